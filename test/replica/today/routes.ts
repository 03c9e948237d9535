import { readFileSync } from 'node:fs';
import { postIdOf, toSlug } from '../addresses.ts';
import { answer, etagOf, html, json, redirect, text } from '../answers.ts';
import type { Catalogue } from '../catalogue.ts';
import { entriesAnswer } from '../entries.ts';
import { feedAnswer, todayFeed } from '../feed.ts';
import { nextImageAnswer, pictureAnswer } from '../pictures.ts';
import type { Route } from '../routes.ts';
import type { Answer, Part, ReplicaPost } from '../types.ts';
import { clientScript } from './bundle.ts';
import { documentOf } from './document.ts';
import { BUILD_ID, type PageData } from './page.ts';
import { articleData, batch, homeData, listingData } from './page-data.ts';

const DATA = `/_next/data/${BUILD_ID}/`;

/** The Next.js site: which part a request asks for, and how it is answered. */
export const routeToday: Route = ({ pathname, searchParams, search }, catalogue) => {
  const posts = catalogue.posts('today');
  const file = staticFile(pathname);
  if (file) return file;
  if (pathname === '/_next/image') return { part: 'image', answer: async () => nextImageAnswer(searchParams) };
  if (pathname === '/api/entries') return { part: 'entries', answer: async () => entriesAnswer(searchParams, posts) };
  if (pathname === '/feed') return { part: 'feed', answer: async () => feed(catalogue, posts) };
  if (pathname.startsWith('/category/')) return { part: 'listing', answer: async () => text('Server Error', 500) };
  if (pathname.startsWith(DATA)) return dataRoute(pathname, searchParams, posts);
  const part = partOf(pathname);
  const canonical = canonicalPath(pathname, catalogue);
  if (canonical !== pathname) return { part, answer: async () => redirect(`${canonical}${search}`) };
  return { part, answer: () => pageAnswer(pathname, posts) };
};

type Routed = ReturnType<Route>;

function staticFile(pathname: string): Routed | undefined {
  switch (pathname) {
    case '/_next/static/chunks/main.js':
      return { part: 'script', answer: async () => answer('text/javascript; charset=utf-8', await clientScript()) };
    case '/_next/static/css/main.css':
      return { part: undefined, answer: async () => answer('text/css; charset=utf-8', styles()) };
    case '/favicon.png':
    case '/favicon.ico':
      return { part: undefined, answer: async () => pictureAnswer('favicon') };
    default:
      return undefined;
  }
}

function styles(): Buffer {
  return readFileSync(new URL('./styles.css', import.meta.url));
}

function feed(catalogue: Catalogue, posts: readonly ReplicaPost[]): Answer {
  const changedAt = catalogue.changedAt();
  return feedAnswer(todayFeed(posts, changedAt), changedAt);
}

function dataRoute(pathname: string, query: URLSearchParams, posts: readonly ReplicaPost[]): Routed {
  const name = pathname.slice(DATA.length).replace(/\.json$/, '');
  const path = name === 'index' ? '/' : `/${name}`;
  const skip = query.get('skip');
  const pageProps = skip === null ? pageOf(path, posts) : batch(listedOn(path, posts), Number(skip));
  const status = 'kind' in pageProps && pageProps.kind === 'missing' ? 404 : 200;
  return { part: partOf(path), answer: async () => json({ pageProps }, status) };
}

async function pageAnswer(path: string, posts: readonly ReplicaPost[]): Promise<Answer> {
  const page = pageOf(path, posts);
  const body = await documentOf(path, page);
  if (page.kind === 'missing') return html(body, 404);
  return html(body, 200, { etag: `W/${etagOf(body)}` });
}

function pageOf(path: string, posts: readonly ReplicaPost[]): PageData {
  if (path === '/') return homeData(posts);
  const post = posts.find(({ id }) => id === postIdOf(path));
  if (post) return articleData(post, posts);
  const listed = listedOn(path, posts);
  const year = yearOf(path);
  return listingData(year ?? `Tag archive: ${tagName(path, listed)}`, listed);
}

/** The posts of a listing, without the one at the top of the home page. */
function listedOn(path: string, posts: readonly ReplicaPost[]): readonly ReplicaPost[] {
  if (path === '/') return posts.slice(1);
  const year = yearOf(path);
  if (year) return posts.filter(({ date }) => date.startsWith(year));
  const tag = /^\/tag\/([^/]+)$/.exec(path)?.[1];
  return posts.filter(({ categories }) => categories.some((name) => toSlug(name) === tag));
}

function yearOf(path: string): string | undefined {
  return /^\/(\d{4})\/?$/.exec(path)?.[1];
}

function tagName(path: string, posts: readonly ReplicaPost[]): string {
  const slug = path.slice('/tag/'.length);
  return posts[0]?.categories.find((name) => toSlug(name) === slug) ?? slug;
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
  return pathname.startsWith('/tag/') ? 'listing' : undefined;
}
