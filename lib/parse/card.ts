import type { Era } from '../blog/selectors.ts';
import type { Post, PostId } from '../post.ts';
import { postUrlOf } from './address.ts';
import { type CardParts, HEADINGS, partsOf } from './card-parts.ts';
import { pictureOf } from './card-picture.ts';
import { dayIn, excerptIn, titleIn } from './card-texts.ts';
import { cleanCategories } from './categories.ts';
import { dayOfText, dayOfTimestamp } from './date.ts';
import type { PostLink, ReadLink } from './post-links.ts';
import { cleanExcerpt, cleanText } from './text.ts';

/** Reads one card of a listing page. */
export class CardReader {
  readonly element: Element;
  readonly #link: PostLink;
  readonly #readLink: ReadLink;
  readonly #era: Era | undefined;
  #parts: CardParts | undefined;
  #title: string | undefined;
  #post: Post | undefined;

  /** Without an era its fields are where they must be by what it is made of. */
  constructor(element: Element, link: PostLink, readLink: ReadLink, era?: Era) {
    this.element = element;
    this.#link = link;
    this.#readLink = readLink;
    this.#era = era;
  }

  get id(): PostId {
    return this.#link.id;
  }

  /** Read only once it is asked for: most looks at a page find the cards of the look before. */
  get post(): Post {
    this.#post ??= {
      id: this.id,
      url: postUrlOf(this.#link.href),
      title: this.#readTitle(),
      date: this.#readDate(),
      excerpt: this.#readExcerpt(),
      categories: this.#readCategories(),
      image: this.#readImage(),
    };
    return this.#post;
  }

  /** Whether it says what its post is called: what does not is no card. */
  hasTitle(): boolean {
    const title = this.element.querySelector(this.#era?.title ?? HEADINGS)?.textContent;
    return /\S/.test(title ?? '') || this.#readTitle() !== '';
  }

  #readTitle(): string {
    this.#title ??= cleanText(this.#find('title')?.textContent) || titleIn(this.#takeApart());
    return this.#title;
  }

  #readDate(): string {
    const element = this.#find('date');
    const stamp = dayOfTimestamp(element?.getAttribute('datetime') ?? '');
    return stamp || dayOfText(element?.textContent ?? '') || dayIn(this.#takeApart(), this.#readTitle());
  }

  #readExcerpt(): string {
    return cleanExcerpt(this.#find('excerpt')?.textContent) || excerptIn(this.#takeApart(), this.#readTitle());
  }

  #readCategories(): string[] {
    const known = this.#era ? [...this.element.querySelectorAll(this.#era.category)] : [];
    const elements = known.length > 0 ? known : this.#takeApart().categories;
    return cleanCategories(elements.map(({ textContent }) => textContent.replace(/^\s*#/, '')));
  }

  #readImage(): string {
    const known = this.#era && this.element.querySelector('img');
    return (known && pictureOf(known)) || (this.#takeApart().pictures.map(pictureOf).find(Boolean) ?? '');
  }

  #find(field: 'title' | 'date' | 'excerpt'): Element | null {
    const selector = this.#era?.[field];
    return selector ? this.element.querySelector(selector) : null;
  }

  #takeApart(): CardParts {
    this.#parts ??= partsOf(this.element, this.id, this.#readLink);
    return this.#parts;
  }
}
