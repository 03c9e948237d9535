import { BLOG, BLOG_HOST, IMAGE_HOSTS } from './addresses.ts';
import { redirect, text, unlessKnown } from './answers.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import { withFault } from './faults.ts';
import { pictureAnswer } from './pictures.ts';
import type { Route } from './routes.ts';
import { routeToday } from './today/routes.ts';
import type { Era, Fault, Part, Reply, Settings, SiteRequest } from './types.ts';
import { routeWordpress } from './wordpress/routes.ts';

export interface Site {
  era: Era;
  reachable: boolean;
  readonly catalogue: Catalogue;
  readonly settings: Settings;
  /** With `times`, the fault shows only so often. Whatever waits because of the one before is answered. */
  setFault(part: Part, fault: Fault | undefined, times?: number): void;
  respond(request: SiteRequest): Promise<Reply>;
  /** Breaks off the answers that are still waiting. */
  close(): void;
}

/** What is wrong with a part, and how often that still shows. */
interface SetFault {
  readonly fault: Fault;
  readonly over: AbortController;
  times: number;
}

/** Cards that a listing of the real site shows. */
const PAGE_SIZE = 12;

const ROUTES: Record<Era, Route> = { today: routeToday, wordpress: routeWordpress };

/** The stand-in without its network: what the blog, in one of its eras, answers to a request. */
export function createSite(era: Era = 'today'): Site {
  const faults = new Map<Part, SetFault>();
  const closing = new AbortController();
  const site: Site = {
    era,
    reachable: true,
    catalogue: createCatalogue(),
    settings: { pageSize: PAGE_SIZE, prerender: undefined, dark: false },
    setFault(part, fault, times = Infinity) {
      faults.get(part)?.over.abort();
      if (fault) faults.set(part, { fault, times, over: new AbortController() });
      else faults.delete(part);
    },
    async respond(request) {
      if (!site.reachable) return 'reset';
      const { part, answer } = route(request);
      const good = async () => unlessKnown(request, await answer());
      const set = part && takeFault(part);
      // What is wrong shows even to a reader that has the good answer already.
      const unharmed = set?.fault.kind === 'slow' ? good : answer;
      const reply = set ? withFault(set.fault, unharmed, { over: set.over.signal, end: closing.signal }) : good();
      return readable(request, await reply);
    },
    close: () => closing.abort(),
  };

  const takeFault = (part: Part): SetFault | undefined => {
    const set = faults.get(part);
    if (!set || set.times <= 0) return undefined;
    set.times -= 1;
    return set;
  };

  const route = (request: SiteRequest): ReturnType<Route> => {
    const url = new URL(request.url);
    if (IMAGE_HOSTS.includes(url.hostname)) return { part: 'image', answer: async () => pictureAnswer(url.href) };
    const refused = refusal(request, url);
    if (refused) return { part: undefined, answer: async () => refused };
    return ROUTES[site.era](url, site.catalogue, site.settings);
  };
  return site;
}

/** The CMS lets every page read its pictures, also what it says of those that it has not; WordPress's bucket does not. */
function readable({ url }: SiteRequest, reply: Reply): Reply {
  if (reply === 'reset' || !('headers' in reply) || new URL(url).hostname !== IMAGE_HOSTS[0]) return reply;
  return { ...reply, headers: { ...reply.headers, 'access-control-allow-origin': '*' } };
}

function refusal(request: SiteRequest, url: URL): ReturnType<typeof text> | undefined {
  if (url.hostname !== BLOG_HOST) return text(`The replica does not pass on requests to ${url.hostname}`, 502);
  if (url.protocol !== 'https:') return redirect(`${BLOG}${url.pathname}${url.search}`);
  return ['GET', 'HEAD'].includes(request.method) ? undefined : text('Method Not Allowed', 405);
}
