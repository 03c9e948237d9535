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
  /** Read from the page when it is asked for first: most looks at a page find the cards of the look before. */
  readonly post: Post;
}

/** What looks like a card, as long as it is not known whether it says what its post is called: what does not is none. */
interface Candidate extends Card {
  hasTitle(): boolean;
}

/** Reads one card. Without an era its fields are where they must be by what it is made of. */
export function readCard(element: Element, { id, href }: PostLink, readLink: ReadLink, era?: Era): Candidate {
  let parts: CardParts | undefined;
  let title: string | undefined;
  let post: Post | undefined;

  const takeApart = () => {
    parts ??= partsOf(element, id, readLink);
    return parts;
  };
  const find = (field: 'title' | 'date' | 'excerpt') => (era?.[field] ? element.querySelector(era[field]) : null);
  const readTitle = () => {
    title ??= cleanText(find('title')?.textContent) || titleIn(takeApart());
    return title;
  };
  const readDate = () => {
    const date = find('date');
    const written = dayOfText(date?.getAttribute('datetime') ?? '') || dayOfText(date?.textContent ?? '');
    return written || dayIn(takeApart(), readTitle());
  };
  const readCategories = () => {
    const known = era ? [...element.querySelectorAll(era.category)] : [];
    const elements = known.length > 0 ? known : takeApart().categories;
    return cleanCategories(elements.map(({ textContent }) => textContent.replace(/^\s*#/, '')));
  };
  const readImage = () => {
    const known = era && element.querySelector('img');
    return (known && pictureOf(known)) || (takeApart().pictures.map(pictureOf).find(Boolean) ?? '');
  };

  return {
    element,
    id,
    get post() {
      post ??= {
        id,
        url: postUrlOf(href),
        title: readTitle(),
        date: readDate(),
        excerpt: cleanExcerpt(find('excerpt')?.textContent) || excerptIn(takeApart(), readTitle()),
        categories: readCategories(),
        image: readImage(),
      };
      return post;
    },
    hasTitle() {
      const heading = element.querySelector(era?.title ?? HEADINGS)?.textContent;
      return /\S/.test(heading ?? '') || readTitle() !== '';
    },
  };
}
