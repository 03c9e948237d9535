import { postIdOf } from '../addresses.ts';
import { etagOf, html, json, redirect } from '../answers.ts';
import type { Catalogue } from '../catalogue.ts';
import { entriesAnswer } from '../entries.ts';
import { feedAnswer, todayFeed } from '../feed.ts';
import { nextImageAnswer } from '../pictures.ts';
import type { Route } from '../routes.ts';
import type { Answer, Part, ReplicaPost, Settings } from '../types.ts';
import { documentOf } from './document.ts';
import { staticFile } from './files.ts';
import { type Asked, addressOf, listedOn, listingPage, yearOf } from './listings.ts';
import { BUILD_ID, type PageData } from './page.ts';
import { articleData, batch } from './page-data.ts';

const DATA = `/_next/data/${BUILD_ID}/`;

/** The Next.js site: which part a request asks for, and how it is answered. */
export const routeToday: Route = ({ pathname, searchParams, search }, catalogue, settings) => {
  const posts = catalogue.posts('today');
  const file = staticFile(pathname, settings);
  if (file) return file;
  if (pathname === '/_next/image') return { part: 'image', answer: async () => nextImageAnswer(searchParams) };
  if (pathname === '/api/entries') return { part: 'entries', answer: async () => entriesAnswer(searchParams, posts) };
  if (pathname === '/feed') return { part: 'feed', answer: async () => feed(catalogue, posts) };
  if (pathname.startsWith(DATA)) return dataRoute(pathname, searchParams, posts, settings);
  const part = partOf(pathname);
  const canonical = canonicalPath(pathname, catalogue);
  if (canonical !== pathname) return { part, answer: async () => redirect(`${canonical}${search}`) };
  return { part, answer: () => pageAnswer({ path: pathname, query: searchParams }, posts, settings) };
};

type Routed = ReturnType<Route>;

function feed(catalogue: Catalogue, posts: readonly ReplicaPost[]): Answer {
  const changedAt = catalogue.changedAt();
  return feedAnswer(todayFeed(posts, changedAt), changedAt);
}

function dataRoute(
  pathname: string,
  query: URLSearchParams,
  posts: readonly ReplicaPost[],
  { pageSize }: Settings,
): Routed {
  const name = pathname.slice(DATA.length).replace(/\.json$/, '');
  const asked = { path: name === 'index' ? '/' : `/${name}`, query };
  const skip = query.get('skip');
  const data = () => (skip === null ? pageOf(asked, posts, pageSize) : batch(listedOn(asked, posts), Number(skip)));
  return { part: partOf(asked.path), answer: async () => dataAnswer(data()) };
}

function dataAnswer(pageProps: PageData | ReturnType<typeof batch>): Answer {
  return json({ pageProps }, 'kind' in pageProps && pageProps.kind === 'missing' ? 404 : 200);
}

async function pageAnswer(asked: Asked, posts: readonly ReplicaPost[], settings: Settings): Promise<Answer> {
  const page = pageOf(asked, posts, settings.pageSize);
  const body = await documentOf(addressOf(asked), page, settings.prerender);
  if (page.kind === 'missing') return html(body, 404);
  return html(body, 200, { etag: `W/${etagOf(body)}` });
}

function pageOf(asked: Asked, posts: readonly ReplicaPost[], size: number): PageData {
  const post = posts.find(({ id }) => id === postIdOf(asked.path));
  return post ? articleData(post, posts) : listingPage(asked, posts, size);
}

function canonicalPath(pathname: string, catalogue: Catalogue): string {
  const id = postIdOf(pathname);
  if (id) return `/${catalogue.presentId(id)}`;
  return pathname === '/' || yearOf(pathname) ? pathname : pathname.replace(/\/+$/, '');
}

function partOf(pathname: string): Part | undefined {
  if (pathname === '/') return 'home';
  if (pathname === '/feed/') return 'feed';
  if (postIdOf(pathname)) return 'article';
  if (yearOf(pathname)) return 'year';
  return /^\/(tag|category|search)\b/.test(pathname) ? 'listing' : undefined;
}
