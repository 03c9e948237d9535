import type { Era } from '../blog/selectors.ts';
import type { Post, PostId } from '../post.ts';
import { postUrlOf } from './address.ts';
import { type CardParts, HEADINGS, partsOf } from './card-parts.ts';
import { pictureOf } from './card-picture.ts';
import { dayIn, excerptIn, titleIn } from './card-texts.ts';
import { cleanCategories } from './categories.ts';
import { dayOfText } from './date.ts';
import type { PostLink, ReadLink } from './post-links.ts';
import { cleanExcerpt, cleanText } from './text.ts';

/** The element of a listing page that shows one post. */
export interface Card {
  readonly element: Element;
  readonly id: PostId;
  readonly title: string;
  /** Read from the page when it is asked for first: most looks at a page find the cards of the look before. */
  readonly post: Post;
}

/** Without an era the fields of a card are where they must be by what it is made of. */
export function cardOf(element: Element, link: PostLink, readLink: ReadLink, era?: Era): Card {
  let post: Post | undefined;
  return {
    element,
    id: link.id,
    get title() {
      return readTitle(element, link, readLink, era);
    },
    get post() {
      post ??= readPost(element, link, readLink, era);
      return post;
    },
  };
}

/** Whether an element says what its post is called: what does not is no card. */
export function hasTitle(element: Element, { id }: PostLink, readLink: ReadLink): boolean {
  const heading = element.querySelector(HEADINGS)?.textContent;
  return /\S/.test(heading ?? '') || titleIn(partsOf(element, id, readLink)) !== '';
}

function readTitle(element: Element, { id }: PostLink, readLink: ReadLink, era: Era | undefined): string {
  const known = era && element.querySelector(era.title);
  return cleanText(known?.textContent) || titleIn(partsOf(element, id, readLink));
}

function readPost(element: Element, link: PostLink, readLink: ReadLink, era: Era | undefined): Post {
  const { id, href } = link;
  let parts: CardParts | undefined;
  const takeApart = () => {
    parts ??= partsOf(element, id, readLink);
    return parts;
  };
  const find = (field: 'date' | 'excerpt') => (era?.[field] ? element.querySelector(era[field]) : null);
  const title = readTitle(element, link, readLink, era);
  return {
    id,
    url: postUrlOf(href),
    title,
    date: dateIn(find('date')) || dayIn(takeApart(), title),
    excerpt: cleanExcerpt(find('excerpt')?.textContent) || excerptIn(takeApart(), title),
    categories: cleanCategories(
      categoriesIn(element, era, takeApart).map(({ textContent }) => textContent.replace(/^\s*#/, '')),
    ),
    image: (era && pictureIn(element)) || (takeApart().pictures.map(pictureOf).find(Boolean) ?? ''),
  };
}

function dateIn(element: Element | null): string {
  return dayOfText(element?.getAttribute('datetime') ?? '') || dayOfText(element?.textContent ?? '');
}

function categoriesIn(element: Element, era: Era | undefined, takeApart: () => CardParts): readonly Element[] {
  const known = era ? [...element.querySelectorAll(era.category)] : [];
  return known.length > 0 ? known : takeApart().categories;
}

function pictureIn(element: Element): string {
  const picture = element.querySelector('img');
  return picture ? pictureOf(picture) : '';
}
