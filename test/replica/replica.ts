import { type CompletedRequest, generateCACertificate, getLocal, type requestSteps } from 'mockttp';
import { type HugeServer, startHugeServer } from './huge.ts';
import { createSite, type Site } from './site.ts';
import { clientScript, serverRenderer } from './today/bundle.ts';
import type {
  Answer,
  Era,
  Fault,
  NewPost,
  OldPost,
  Part,
  PostChanges,
  PostMove,
  ReplicaPost,
  SeenRequest,
  SiteRequest,
} from './types.ts';

export type { Era };

export interface Replica {
  /** Of the HTTPS proxy on 127.0.0.1. */
  readonly port: number;
  readonly era: Era;
  /** Every request that reached the replica, oldest first. */
  readonly requests: readonly SeenRequest[];
  switchEra(era: Era): void;
  /** Adds a post that is the newest in either era. */
  publish(post: NewPost): ReplicaPost;
  /** Adds a post to the back catalogue, in either era. */
  addOld(post: OldPost): ReplicaPost;
  /** Adds so many invented posts, all older than the others; the same ones for the same seed. */
  addMany(count: number, seed?: string): readonly ReplicaPost[];
  /** Changes what the blog says of a post; its address stays. */
  edit(id: string, changes: PostChanges): void;
  /** Gives a post another address, to which the old ones lead from then on. */
  move(id: string, to: PostMove): ReplicaPost;
  /** Takes a post off the blog. */
  unpublish(id: string): void;
  /** Has the listings of today's era show so many cards before Load More, whose batches stay as they are. */
  setPageSize(cards: number): void;
  /** Has the pages of today's era ask the browser to prerender this path; undefined ends that. */
  prerender(path: string | undefined): void;
  /** Gives today's era a dark look for readers who prefer one. */
  setDark(dark: boolean): void;
  /** With `times`, the fault shows only so often. Whatever waits because of the one before is answered. */
  setFault(part: Part, fault: Fault | undefined, times?: number): void;
  /** While false, every connection is reset. */
  setReachable(reachable: boolean): void;
  /** The posts of the present era, newest first. */
  posts(): readonly ReplicaPost[];
  stop(): Promise<void>;
}

type Authority = Awaited<ReturnType<typeof generateCACertificate>>;
let authority: Promise<Authority> | undefined;

/** Serves the stand-in for the blog through an HTTPS proxy on this machine; nothing is passed on to the network. */
export async function startReplica(options: { era?: Era } = {}): Promise<Replica> {
  authority ??= generateCACertificate({ subject: { commonName: 'Liner Notes replica' } });
  const [https] = await Promise.all([authority, clientScript(), serverRenderer()]);
  const proxy = getLocal({ https, http2: false, recordTraffic: false, suggestChanges: false });
  const huge = await startHugeServer();
  const site = createSite(options.era);
  const { publish, addOld, addMany, edit, move, unpublish } = site.catalogue;
  const requests: SeenRequest[] = [];
  await proxy.start();
  await proxy.forAnyWebSocket().thenCloseConnection();
  // Everything is answered by `serve`, but for what is too large: that is passed through from the server beside.
  await proxy.forAnyRequest().thenPassThrough({ beforeRequest: (request) => serve(site, huge, request, requests) });
  return {
    port: proxy.port,
    requests,
    get era() {
      return site.era;
    },
    switchEra(era) {
      site.era = era;
    },
    publish,
    addOld,
    addMany,
    edit,
    move,
    unpublish,
    setPageSize(cards) {
      site.settings.pageSize = cards;
    },
    prerender(path) {
      site.settings.prerender = path;
    },
    setDark(dark) {
      site.settings.dark = dark;
    },
    setFault: site.setFault,
    setReachable(reachable) {
      site.reachable = reachable;
    },
    posts: () => site.catalogue.posts(site.era),
    async stop() {
      site.close();
      await Promise.all([huge.stop(), proxy.stop()]);
    },
  };
}

async function serve(
  site: Site,
  huge: HugeServer,
  incoming: CompletedRequest,
  requests: SeenRequest[],
): Promise<requestSteps.CallbackRequestResult> {
  // mockttp listens on every interface; the replica is for this machine alone.
  if (!isLocal(incoming.remoteIpAddress)) return { response: 'reset' };
  const request = { method: incoming.method, url: incoming.url, headers: flatHeaders(incoming.headers) };
  const { hostname, pathname } = new URL(request.url);
  const seen: SeenRequest = { ...request, host: hostname, path: pathname, status: 0, at: Date.now(), sentBytes: 0 };
  requests.push(seen);
  const reply = await site.respond(request);
  if (reply === 'reset') return { response: reply };
  if ('bytes' in reply) {
    seen.status = 200;
    return { url: huge.addressOf(reply, (bytes) => (seen.sentBytes += bytes)) };
  }
  const rawBody = Buffer.from(reply.body);
  seen.status = reply.status;
  seen.sentBytes = rawBody.length;
  return { response: toMockttp(reply, rawBody) };
}

function isLocal(address = ''): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

function flatHeaders(headers: CompletedRequest['headers']): SiteRequest['headers'] {
  const flat = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value].flat().join(', ')]);
  return Object.fromEntries(flat);
}

function toMockttp(reply: Answer, rawBody: Buffer): requestSteps.CallbackResponseMessageResult {
  const length = reply.status === 304 ? {} : { 'content-length': String(rawBody.length) };
  return { statusCode: reply.status, headers: { ...length, ...reply.headers }, rawBody };
}
