import { readFileSync } from 'node:fs';
import { BLOG, postIdOf, wordpressAddress } from '../addresses.ts';
import { answer, html, redirect, text } from '../answers.ts';
import type { Catalogue } from '../catalogue.ts';
import { feedAnswer, wordpressFeed } from '../feed.ts';
import { postsWith } from '../find.ts';
import { pictureAnswer } from '../pictures.ts';
import type { Route } from '../routes.ts';
import type { Answer, Part, ReplicaPost } from '../types.ts';
import { archiveAt } from './archives.ts';
import { archivePage, articleContent, articlePage, homePage, listFragment, missingPage, searchPage } from './pages.ts';

const THEME = '/wp-content/themes/theme-spotify/';

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24">
<circle cx="12" cy="12" r="8" fill="none" stroke="#fff" stroke-width="3"/></svg>`;

const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 28" width="160" height="28">
<text x="0" y="22" font-family="sans-serif" font-size="23" font-weight="800" fill="#fff">Engineering</text></svg>`;

/** The WordPress site: which part a request asks for, and how it is answered. */
export const routeWordpress: Route = ({ pathname, searchParams, search }, catalogue) => {
  const posts = catalogue.posts('wordpress');
  if (pathname.startsWith(THEME)) return themeFile(pathname.slice(THEME.length));
  const words = pathname === '/' ? searchParams.get('s') : null;
  if (words !== null) return { part: 'listing', answer: async () => html(searchPage(words, postsWith(words, posts))) };
  const part = partOf(pathname);
  const canonical = canonicalPath(pathname, catalogue);
  if (canonical !== pathname) return { part, answer: async () => redirect(`${BLOG}${canonical}${search}`, 301) };
  if (pathname === '/') return { part, answer: async () => html(homePage(posts)) };
  if (pathname === '/feed/') return { part, answer: () => feed(catalogue, posts) };
  if (pathname === '/wp-admin/admin-ajax.php') {
    return { part, answer: async () => html(listFragment(posts, Number(searchParams.get('page')))) };
  }
  return { part, answer: async () => (await pageOf(pathname, posts)) ?? html(missingPage(), 404) };
};

function themeFile(name: string): ReturnType<Route> {
  if (name === 'js/main.js')
    return {
      part: 'script',
      answer: async () => answer('text/javascript', readFileSync(new URL('./load-more.js', import.meta.url))),
    };
  return { part: undefined, answer: async () => themeAsset(name) };
}

function themeAsset(name: string): Answer {
  if (name === 'style.css')
    return answer('text/css; charset=utf-8', readFileSync(new URL('./style.css', import.meta.url)));
  if (name.endsWith('.svg')) return answer('image/svg+xml', name.includes('logo') ? LOGO : ICON);
  return name.endsWith('.png') ? pictureAnswer(name) : text('Not Found', 404);
}

async function feed(catalogue: Catalogue, posts: readonly ReplicaPost[]): Promise<Answer> {
  const contents = new Map<ReplicaPost, string>();
  for (const post of posts.slice(0, 10)) contents.set(post, await articleContent(post, posts));
  const changedAt = catalogue.changedAt();
  return feedAnswer(
    wordpressFeed(posts, changedAt, (post) => contents.get(post) ?? ''),
    changedAt,
  );
}

async function pageOf(pathname: string, posts: readonly ReplicaPost[]): Promise<Answer | undefined> {
  const post = posts.find(({ id }) => id === postIdOf(pathname));
  if (post) return html(await articlePage(post, posts));
  const archive = archiveAt(pathname, posts);
  return archive && html(archivePage(archive));
}

function canonicalPath(pathname: string, catalogue: Catalogue): string {
  const id = postIdOf(pathname);
  if (id) return new URL(wordpressAddress({ id: catalogue.presentId(id) })).pathname;
  return /\/$|\.\w+$/.test(pathname) ? pathname : `${pathname}/`;
}

function partOf(pathname: string): Part | undefined {
  if (pathname === '/') return 'home';
  if (/^\/feed\/?$/.test(pathname)) return 'feed';
  if (pathname.startsWith('/api/entries')) return 'entries';
  if (postIdOf(pathname)) return 'article';
  if (/^\/\d{4}\/?$/.test(pathname)) return 'year';
  return /^\/(category|tag|author|wp-admin)\b/.test(pathname) ? 'listing' : undefined;
}
