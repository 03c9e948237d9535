/** What nobody reads in a page. */
export const UNREAD = 'script, style, template, noscript, svg, canvas';

/** What stands in the text of a post and is none of it, whatever its name: controls, navigation, what is hidden. */
export const CLUTTER = `nav, dialog, form:has(input, textarea), button, input, select, textarea, [hidden], [role="navigation"],
  [role="search"], [role="dialog"], [role="alertdialog"], [role="button"]:not(a), [aria-hidden="true"]:not(:has(img)),
  .wp-block-spacer, .wp-block-file__button,
  :is(h1, h2, h3, h4, h5, h6) > a:is(.anchor, .anchor-link, .heading-anchor, .headerlink, .permalink, [aria-label*="link to" i])`;

/**
 * Names, as classes or ids, of what plugins and themes add to a text, or have been seen to (WordPress until 2024-12); each is a whole
 * name, since `share-of-voice` may well be the author's.
 */
export const CLUTTER_NAME = new RegExp(
  `^(?:(?:post|entry|article|blog|page|site|wp-block|jetpack)[-_]+)*(?:${[
    'shar(?:e|ing|edaddy)(?:[-_]?(?:buttons?|bar|links?|icons?|post|this))?',
    'social(?:[-_]?(?:share|sharing|links?|media|icons?|buttons?|bar))?',
    'addtoany(?:[-_].*)?',
    'a2a[-_].*',
    'sd-sharing.*',
    '(?:jp-)?related(?:[-_]?(?:posts?|articles|content))?',
    'recommended(?:[-_]?(?:posts?|articles))?',
    'newsletter(?:[-_].*)?',
    'mc4wp-form',
    'mc_embed_signup',
    'subscri(?:be|ptions?)(?:[-_]?(?:form|box|widget))?',
    'comments(?:[-_]?(?:area|list|section|open))?',
    'comment[-_]?(?:list|form|respond)',
    'respond',
    'disqus_thread',
    'breadcrumbs?',
    'pagination',
    'navigation',
    'nav-links',
    'cookies?(?:[-_](?:notice|banner|consent|bar|law|wall).*)?',
    'onetrust.*',
    'author[-_]?(?:box|bio|card|info)',
    'about-author',
    'tags(?:[-_]?(?:list|links))?',
    'tag[-_]?(?:list|links|cloud)',
    '(?:ez-)?toc(?:[-_]container)?',
    'table-of-contents',
    'screen-reader-text',
    'sr-only',
    'visually-hidden',
    'adsbygoogle',
    'ads?',
    'advertisement',
  ].join('|')})$`,
  'i',
);
