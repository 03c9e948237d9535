import { originalImage } from '../blog/image.ts';
import { ERAS } from '../blog/selectors.ts';
import { type Post, type PostId, postIdOf } from '../post.ts';
import { postUrlOf } from './address.ts';
import { dayOfText, dayOfTimestamp } from './date.ts';
import { cleanExcerpt, cleanText } from './text.ts';

/** The element of a listing page that shows one post. */
export interface Card {
  readonly element: Element;
  readonly post: Post;
}

type Era = (typeof ERAS)[number];

/** The cards of a listing page, in its order. A featured post may stand on two of them. */
export function getCards(root: ParentNode): Card[] {
  return ERAS.flatMap((era) => [...root.querySelectorAll(era.card)].flatMap((element) => cardOf(element, era)));
}

/** The posts that the HTML of a listing page shows, each once. Needs a DOM; nothing in the HTML is run or loaded. */
export function parsePosts(html: string): Post[] {
  const posts = new Map<PostId, Post>();
  for (const { post } of getCards(new DOMParser().parseFromString(html, 'text/html'))) {
    if (!posts.has(post.id)) posts.set(post.id, post);
  }
  return [...posts.values()];
}

function cardOf(element: Element, era: Era): Card[] {
  const href = postHrefOf(element);
  const id = postIdOf(href);
  const title = cleanText(element.querySelector(era.title)?.textContent);
  if (!id || !title) return [];
  const post: Post = {
    id,
    url: postUrlOf(href),
    title,
    date: dateOf(element.querySelector(era.date)),
    excerpt: excerptOf(element.querySelector(era.excerpt)),
    categories: [...element.querySelectorAll(era.category)].map((tag) => cleanText(tag.textContent)).filter(Boolean),
    image: originalImage(element.querySelector(era.image)?.getAttribute('src') ?? ''),
  };
  return [{ element, post }];
}

function postHrefOf(element: Element): string {
  const hrefs = [...element.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
  return hrefs.find((href) => postIdOf(href)) ?? '';
}

function dateOf(element: Element | null): string {
  return dayOfTimestamp(element?.getAttribute('datetime') ?? '') || dayOfText(element?.textContent ?? '');
}

/** WordPress put the excerpt as bare text behind the date and the heading, in the same box. */
function excerptOf(box: Element | null): string {
  const parts = [...(box?.childNodes ?? [])].filter((node) => !/^(#comment|H\d|TIME)$/.test(node.nodeName));
  const texts = parts.map((node) => cleanText(node.textContent)).filter((text) => !/^\w+ \d{1,2}, \d{4}$/.test(text));
  return cleanExcerpt(texts.join(' '));
}
