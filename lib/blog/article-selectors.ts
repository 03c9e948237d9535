/** Where the parts of a post's own page stand. */
interface ArticleEra {
  readonly text: string;
  readonly date: string;
  readonly category: string;
  readonly image: string;
}

/**
 * Every look that a post's own page has had, newest first. No such page has been seen as HTML: what it holds is known, from
 * pages that were taken over as text, but the names of the classes follow those of the listing pages.
 */
export const ARTICLE_ERAS: readonly ArticleEra[] = [
  // Today's, seen 2026-09.
  {
    text: '.post__content',
    date: '.post__date',
    category: 'a.tag, a[href*="/category/"]',
    image: '.post__image img',
  },
  // WordPress, seen until 2024-12.
  {
    text: 'article.hentry .content',
    date: '.date',
    category: '.btn-list a',
    image: 'img.wp-post-image',
  },
];

/**
 * Who wrote a post. WordPress, seen until 2024-12, linked the page of an author; today's pages, seen 2026-09, are not known to
 * name any. As above, the page of a post itself has not been seen as HTML.
 */
export const AUTHORS = '.author a[rel~="author"], .post__authors a[rel~="author"], header a[rel~="author"]';

/** Whom the blog names where it names nobody. */
export const NO_AUTHOR = /^(?:spotify(?: engineering| r&d)?|admin|editor|the editors?)$/i;

/** What is not of the post that a page is about, unless it holds the heading. */
export const APART = `nav, header, footer, aside, form, dialog, button, script, style, noscript, svg,
  .sticky-post, .post-card, li.post, [role="navigation"], [role="complementary"], [role="contentinfo"], [role="dialog"],
  [class*="related" i], [class*="recommend" i], [class*="newsletter" i], [class*="subscribe" i], [class*="comments" i],
  [class*="cookie" i], [class*="author" i]`;

/** The heading of what comes after a post. */
export const OTHER_POSTS =
  /^\W*(?:(?:related|recommended|more|latest) (?:posts|articles|stories|reading)|more from|(?:read|up) next|keep reading|you (?:may|might) also)\b/i;
