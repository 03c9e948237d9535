import { authorAddress, wordpressAddress, wordpressPicture } from '../addresses.ts';
import { articleOf, type Block } from '../article.ts';
import { authorOf } from '../authors.ts';
import { escapeXml } from '../feed.ts';
import { serverRenderer } from '../today/bundle.ts';
import type { PageBlock } from '../today/page.ts';
import type { ReplicaPost } from '../types.ts';
import type { Archive } from './archives.ts';
import { layout } from './layout.ts';
import { categoryButtons, listItem, longDate, mainPost } from './listing.ts';
import { categoryMenu } from './menu.ts';

const FIRST_PAGE = 24;
const NEXT_PAGES = 12;

/** The home page of December 2024. */
export function homePage(posts: readonly ReplicaPost[]): string {
  const [newest] = posts;
  const pages = 1 + Math.ceil(Math.max(0, posts.length - FIRST_PAGE) / NEXT_PAGES);
  const items = posts.slice(0, FIRST_PAGE).map((post) => listItem(post, post === newest));
  return layout(
    'Spotify Engineering - Spotify’s official technology blog : Spotify Engineering',
    'home',
    `<!-- Home Intro --> <div class="intro"> <div class="intro-info"> <h1>Engineering</h1> \
<p>Read about the magic behind the music &amp; more. <br> Welcome to our official technology blog. </p> </div> </div> \
<div class="main-post-wrapper"> <!-- Main Post --> ${newest ? mainPost(newest) : ''} <!-- Sub Nav --> \
${categoryMenu(pages)} </div> <div class="home-top-left"></div> <div class="home-top-right"></div> <!-- section --> \
<section> <ul class="posts-list home-post-list"> ${items.join(' ')} </ul> \
<div class="home-bottom-left"></div> <div class="home-bottom-right"></div> \
${pages > 1 ? '<a href="javascript:void(0)" class="loadmore">Load More</a>' : ''} </section> <!-- /section -->`,
  );
}

/** What Load More gets: the list items of the page with this number. */
export function listFragment(posts: readonly ReplicaPost[], page: number): string {
  const begin = FIRST_PAGE + (page - 2) * NEXT_PAGES;
  const items = posts.slice(begin, begin + NEXT_PAGES).map((post) => listItem(post));
  return items.join(' ');
}

/** The page of a category, tag, author or year. */
export function archivePage({ heading, classes, posts }: Archive): string {
  const items = posts.map((post) => listItem(post));
  const list =
    items.length > 0
      ? `<ul class="posts-list"> ${items.join(' ')} </ul>`
      : '<!-- article --> <article> <h2>Sorry, nothing to display.</h2> </article> <!-- /article -->';
  const title = escapeXml(heading);
  return layout(`${title} : Spotify Engineering`, classes, `<section> <h1>${title}</h1> ${list} </section>`);
}

/** What a search finds: other than any other list, it may be nothing. */
export function searchPage(words: string, posts: readonly ReplicaPost[]): string {
  const heading = `${posts.length} Search Results for ${words}`;
  return archivePage({ heading, classes: `search search-${posts.length > 0 ? '' : 'no-'}results`, posts });
}

/** A post's own page. */
export async function articlePage(post: ReplicaPost, posts: readonly ReplicaPost[]): Promise<string> {
  const title = escapeXml(post.title);
  const author = authorOf(post);
  return layout(
    `${title.trim()} : Spotify Engineering`,
    'post-template-default single single-post',
    `<section> <article id="post-${post.wordpressId}" class="post-${post.wordpressId} post type-post hentry"> \
<span class="date">${longDate(post)}</span> <h1>${title}</h1> \
<span class="author">Published by <a href="${authorAddress(author.slug)}" rel="author">${author.name}</a></span> \
${categoryButtons(post)} \
<img src="${wordpressPicture(post, post.image)}" class="attachment-full size-full wp-post-image" alt="" /> \
<div class="content">${await articleContent(post, posts)}</div> </article> </section>`,
  );
}

/** The text of a post, which the feed carries too. */
export async function articleContent(post: ReplicaPost, posts: readonly ReplicaPost[]): Promise<string> {
  const { renderArticleBody } = await serverRenderer();
  return renderArticleBody(articleOf(post, posts).map((block) => pageBlock(post, block)));
}

/** A page for whatever is not there. */
export function missingPage(): string {
  return layout('Page not found : Spotify Engineering', 'error404', '<section> <h1>Page not found</h1> </section>');
}

function pageBlock(post: ReplicaPost, block: Block): PageBlock {
  if (block.kind === 'figure') return { ...block, src: wordpressPicture(post, block.file) };
  if (block.kind !== 'paragraph') return block;
  const parts = block.parts.map((part) =>
    typeof part === 'object' && 'href' in part && part.href.startsWith('/')
      ? { ...part, href: wordpressAddress({ id: part.href.slice(1) }) }
      : part,
  );
  return { ...block, parts };
}
