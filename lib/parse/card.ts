import type { Era } from '../blog/selectors.ts';
import type { Post } from '../post.ts';
import { postUrlOf } from './address.ts';
import { type CardParts, HEADINGS, partsOf } from './card-parts.ts';
import { pictureOf } from './card-picture.ts';
import { dayIn, excerptIn, titleIn } from './card-texts.ts';
import { cleanCategories } from './categories.ts';
import { dayOfText } from './date.ts';
import type { PostLink, ReadLink } from './post-links.ts';
import { cleanExcerpt, cleanText } from './text.ts';

/** The element of a listing page that shows one post. What it says is read when it is asked for: that takes its time. */
export interface Card extends Pick<Post, 'id' | 'title' | 'excerpt' | 'categories'> {
  readonly element: Element;
  readonly post: Post;
}

/** Without an era the fields of a card are where they must be by what it is made of. */
export function cardOf(element: Element, { id, href }: PostLink, readLink: ReadLink, era?: Era): Card {
  let categories: readonly string[] | undefined;
  let post: Post | undefined;
  const takeApart = () => partsOf(element, id, readLink);
  const find = (field: 'title' | 'date' | 'excerpt') => (era?.[field] ? element.querySelector(era[field]) : null);
  const card: Card = {
    element,
    id,
    get title() {
      return post?.title || readTitle(takeApart);
    },
    get excerpt() {
      return card.post.excerpt;
    },
    get categories() {
      categories ??= post?.categories ?? categoriesOf(element, era, takeApart);
      return categories;
    },
    get post() {
      post ??= readPost();
      return post;
    },
  };
  function readTitle(takeApart: () => CardParts): string {
    return cleanText(find('title')?.textContent) || titleIn(takeApart());
  }
  function readPost(): Post {
    let parts: CardParts | undefined;
    const rest = () => {
      parts ??= takeApart();
      return parts;
    };
    const title = readTitle(rest);
    return {
      id,
      url: postUrlOf(href),
      title,
      date: dateIn(find('date')) || dayIn(rest(), title),
      excerpt: cleanExcerpt(find('excerpt')?.textContent) || excerptIn(rest(), title),
      categories: categoriesOf(element, era, rest),
      image: (era && pictureIn(element)) || (rest().pictures.map(pictureOf).find(Boolean) ?? ''),
    };
  }
  return card;
}

/** Whether an element says what its post is called: what does not is no card. */
export function hasTitle(element: Element, { id }: PostLink, readLink: ReadLink): boolean {
  const heading = element.querySelector(HEADINGS)?.textContent;
  return /\S/.test(heading ?? '') || titleIn(partsOf(element, id, readLink)) !== '';
}

function dateIn(element: Element | null): string {
  return dayOfText(element?.getAttribute('datetime') ?? '') || dayOfText(element?.textContent ?? '');
}

function categoriesOf(element: Element, era: Era | undefined, takeApart: () => CardParts): readonly string[] {
  const known = era ? [...element.querySelectorAll(era.category)] : [];
  const found = known.length > 0 ? known : takeApart().categories;
  return cleanCategories(found.map(({ textContent }) => textContent.replace(/^\s*#/, '')));
}

function pictureIn(element: Element): string {
  const picture = element.querySelector('img');
  return picture ? pictureOf(picture) : '';
}
