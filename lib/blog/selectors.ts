/** Where the parts of a card stand; each selector but `card` is looked up inside the card. */
export interface Era {
  readonly card: string;
  readonly title: string;
  readonly date: string;
  /** Missing where it is bare text, beside others in one element. */
  readonly excerpt?: string;
  readonly category: string;
}

/** Every look that the blog's listing pages have had, newest first. */
export const ERAS: readonly Era[] = [
  // Today's, seen 2026-09.
  {
    card: '.sticky-post, .post-card',
    title: '.sticky-post__title, .post-card__title',
    date: '.sticky-post__date, .post-card__date, time',
    excerpt: '.sticky-post__description, .post-card__description',
    category: 'a.tag',
  },
  // WordPress, seen until 2024-12.
  {
    card: '.main-post, .type-post',
    title: 'h2',
    date: '.date',
    category: '.btn-list a',
  },
];
