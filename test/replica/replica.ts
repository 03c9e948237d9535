import { type CompletedRequest, generateCACertificate, getLocal } from 'mockttp';
import { createSite, type Site } from './site.ts';
import { clientScript, serverRenderer } from './today/bundle.ts';
import type { Era, Fault, NewPost, Part, PostChanges, ReplicaPost, Reply, SeenRequest, SiteRequest } from './types.ts';

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
  edit(id: string, changes: PostChanges): void;
  setFault(part: Part, fault: Fault | undefined): void;
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
  const site = createSite(options.era);
  const requests: SeenRequest[] = [];
  await proxy.start();
  await proxy.forAnyWebSocket().thenCloseConnection();
  await proxy.forAnyRequest().thenCallback(async (request) => toMockttp(await serve(site, request, requests)));
  return {
    port: proxy.port,
    requests,
    get era() {
      return site.era;
    },
    switchEra(era) {
      site.era = era;
    },
    publish: site.catalogue.publish,
    edit: site.catalogue.edit,
    setFault: site.setFault,
    setReachable(reachable) {
      site.reachable = reachable;
    },
    posts: () => site.catalogue.posts(site.era),
    async stop() {
      site.close();
      await proxy.stop();
    },
  };
}

async function serve(site: Site, incoming: CompletedRequest, requests: SeenRequest[]): Promise<Reply> {
  // mockttp listens on every interface; the replica is for this machine alone.
  if (!isLocal(incoming.remoteIpAddress)) return 'reset';
  const request = { method: incoming.method, url: incoming.url, headers: flatHeaders(incoming.headers) };
  const { hostname, pathname } = new URL(request.url);
  const seen: SeenRequest = { ...request, host: hostname, path: pathname, status: 0, at: Date.now() };
  requests.push(seen);
  const reply = await site.respond(request);
  if (reply !== 'reset') seen.status = reply.status;
  return reply;
}

function isLocal(address = ''): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}

function flatHeaders(headers: CompletedRequest['headers']): SiteRequest['headers'] {
  const flat = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value].flat().join(', ')]);
  return Object.fromEntries(flat);
}

function toMockttp(reply: Reply) {
  if (reply === 'reset') return reply;
  const rawBody = Buffer.from(reply.body);
  const length = reply.status === 304 ? {} : { 'content-length': String(rawBody.length) };
  return { statusCode: reply.status, headers: { ...length, ...reply.headers }, rawBody };
}
