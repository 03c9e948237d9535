import DOMPurify, { type Config } from 'dompurify';

/*
 * The one policy for what is not ours. The HTML of a saved post is as hostile as the web: it is sanitised here, each time that it
 * is shown, and never made a string again, which is what mutation attacks need. An SVG is sanitised before it is kept; it is only
 * ever shown as a picture, where browsers run nothing of it.
 */

/** Ids of a post begin with this: none of the page's own does, so none can be taken for it. */
const ID_PREFIX = 'post-';

const TEXT =
  'abbr b bdi bdo br cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong sub sup time u var wbr';
const BLOCKS =
  'aside blockquote dd details div dl dt figcaption figure h2 h3 h4 h5 h6 hr li ol p pre section summary ul';
const TABLES = 'caption col colgroup table tbody td tfoot th thead tr';
/** What draws formulas. Left out: what can be pressed, and annotations, which can hold HTML. */
const FORMULAS =
  'math menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover semantics';

const ANYWHERE = ['dir', 'id', 'lang', 'title'];
const IN_FORMULAS =
  'accent accentunder columnalign columnlines columnspacing columnspan depth display displaystyle fence form height largeop linethickness lspace mathvariant maxsize minsize movablelimits notation rowalign rowlines rowspacing rowspan rspace scriptlevel separator stretchy symmetric voffset width'.split(
    ' ',
  );

/** What an element may say beside what all may. */
const OF_ELEMENT: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'data-kind'],
  code: ['class'],
  pre: ['class'],
  img: ['alt', 'data-original', 'height', 'width'],
  col: ['span'],
  colgroup: ['span'],
  del: ['datetime'],
  ins: ['datetime'],
  time: ['datetime'],
  li: ['value'],
  ol: ['reversed', 'start', 'type'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  ...Object.fromEntries(FORMULAS.split(' ').map((name) => [name, IN_FORMULAS])),
};

/** What is not allowed is copied into what it stands in: around the whole article is a body, which is not given back. */
const AROUND = 'body';

const ARTICLE: Config & { RETURN_DOM_FRAGMENT: true } = {
  ALLOWED_TAGS: ['a', 'img', '#text', AROUND, ...[TEXT, BLOCKS, TABLES, FORMULAS].flatMap((names) => names.split(' '))],
  ALLOWED_ATTR: [...new Set([...ANYWHERE, ...Object.values(OF_ELEMENT).flat()])],
  // Their text would be left in the formula, where Firefox shows it.
  ADD_FORBID_CONTENTS: ['annotation'],
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
};

type Purifier = ReturnType<typeof DOMPurify>;

/** An article of which only the start is sanitised yet. */
interface StartOfArticle {
  readonly start: DocumentFragment;
  /** Sanitises what comes after it, if anything does. */
  readonly rest: (() => DocumentFragment) | undefined;
}

/** How many characters of an article are still wanted, and what comes after them, as it is: it stays where nothing of it runs. */
interface Cut {
  wanted: number;
  rest?: DocumentFragment;
}

/** Where the article that is being sanitised comes from. */
let articleUrl = '';
/** Where it is cut, if it is. */
let cut: Cut | undefined;
let articles: Purifier | undefined;
let drawings: Purifier | undefined;

/**
 * What of the HTML of a post can be shown, given the address of the post: text, links and pictures, nothing that runs, asks for
 * anything, or looks like a part of the page around it. Pictures come without `src`, the address of the original in `data-original`.
 */
export function sanitizeArticle(html: string, url: string): DocumentFragment {
  return sanitized(html, url);
}

/** The same of its first blocks, with about so many characters: all of a long article takes longer than its start to be read. */
export function sanitizeFromStart(html: string, url: string, characters: number): StartOfArticle {
  cut = { wanted: characters };
  try {
    const start = sanitized(html, url);
    const { rest } = cut;
    return { start, rest: rest && (() => sanitized(rest, url)) };
  } finally {
    cut = undefined;
  }
}

function sanitized(dirty: string | DocumentFragment, url: string): DocumentFragment {
  articles ??= forArticles();
  articleUrl = url;
  return articles.sanitize(dirty, ARTICLE);
}

/** The id that an id of a post's HTML has once that is sanitised. */
function sanitizedId(id: string): string {
  return `${ID_PREFIX}${id}`;
}

function forArticles(): Purifier {
  const purifier = DOMPurify(window);
  purifier.addHook('afterSanitizeElements', (node) => {
    if (cut && node.parentNode?.nodeName === 'BODY') cutAfter(node, cut);
  });
  purifier.addHook('beforeSanitizeAttributes', (element) => {
    if (element.localName === 'img') noteOriginal(element);
    if (element.localName === 'a') noteKind(element);
  });
  purifier.addHook('uponSanitizeAttribute', (element, attribute) => {
    const { attrName: name } = attribute;
    const isAllowed = ANYWHERE.includes(name) || OF_ELEMENT[element.localName]?.includes(name);
    if (name === 'id') attribute.attrValue = sanitizedId(attribute.attrValue);
    if (name === 'class') attribute.attrValue = languageClass(attribute.attrValue);
    attribute.keepAttr = isAllowed === true && !(attribute.attrValue === '' && /^(?:class|id)$/.test(name));
  });
  purifier.addHook('afterSanitizeAttributes', (element) => {
    if (element.localName === 'a') limitLink(element);
  });
  return purifier;
}

/** Takes away what follows a block once there is enough, before it is looked at. */
function cutAfter(block: Node, cut: Cut): void {
  cut.wanted -= block.textContent?.length ?? 0;
  if (cut.wanted > 0 || !block.nextSibling || !block.parentNode) return;
  // What an article names can stand before what its document has: only a range of ours is safe to ask.
  const after = new Range();
  after.setStartAfter(block);
  after.setEnd(block.parentNode, block.parentNode.childNodes.length);
  cut.rest = after.extractContents();
}

/** What the picture is kept under stands in for the address that a browser would ask for. */
function noteOriginal(image: Element): void {
  const original = httpUrl(image.getAttribute('src') ?? '');
  image.removeAttribute('src');
  if (original) image.setAttribute('data-original', original.href);
  else image.removeAttribute('data-original');
}

function noteKind(link: Element): void {
  const isVideo = link.classList.contains('embed') && link.getAttribute('data-kind') === 'video';
  if (!isVideo) link.removeAttribute('data-kind');
}

function languageClass(value: string): string {
  return value.split(/\s+/).find((name) => /^language-[\w+#.-]+$/.test(name)) ?? '';
}

/** Links lead to a place in the post, or out of it in a tab that knows nothing of this one. */
function limitLink(link: Element): void {
  const url = httpUrl(link.getAttribute('href') ?? '');
  link.removeAttribute('href');
  if (!url) return;
  const place = url.hash.slice(1);
  if (place !== '' && isSamePage(url)) {
    link.setAttribute('href', `#${sanitizedId(decoded(place))}`);
  } else {
    link.setAttribute('href', url.href);
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
  }
}

function httpUrl(address: string): URL | undefined {
  const url = address === '' ? null : URL.parse(address, articleUrl);
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}

function isSamePage(url: URL): boolean {
  return url.href.split('#', 1)[0] === URL.parse(articleUrl)?.href.split('#', 1)[0];
}

function decoded(place: string): string {
  try {
    return decodeURIComponent(place);
  } catch {
    return place;
  }
}

/** Animations can change what was checked; the others show, or lead to, something else. */
const NOT_IN_DRAWINGS = [
  'a',
  'animate',
  'animatecolor',
  'animatemotion',
  'animatetransform',
  'feimage',
  'script',
  'set',
];

const DRAWING: Config & { IN_PLACE: true } = {
  USE_PROFILES: { svg: true, svgFilters: true },
  FORBID_TAGS: [...NOT_IN_DRAWINGS, 'foreignobject'],
  ADD_TAGS: ['use'],
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  IN_PLACE: true,
};

/**
 * An SVG without anything that runs or that is elsewhere: it refers to parts of itself, and holds pictures that are in it.
 * Undefined if it is none.
 */
export function sanitizeSvg(text: string): string | undefined {
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (root.localName !== 'svg' || root.namespaceURI !== 'http://www.w3.org/2000/svg') return undefined;
  if (root.querySelector('parsererror')) return undefined;
  drawings ??= forDrawings();
  // Apart from its document: what a DOCTYPE or an instruction before it says does not come along.
  drawings.sanitize(root, DRAWING);
  return new XMLSerializer().serializeToString(root);
}

function forDrawings(): Purifier {
  const purifier = DOMPurify(window);
  purifier.addHook('uponSanitizeElement', (node) => {
    if (node instanceof Element && node.localName === 'style' && !isOwnStyle(node.textContent)) node.remove();
  });
  purifier.addHook('uponSanitizeAttribute', (element, attribute) => {
    const { attrName: name, attrValue: value } = attribute;
    if (/(?:^|:)href$/.test(name)) attribute.keepAttr = value.startsWith('#') || isPictureInside(element, value);
    else if (!isOwnStyle(value)) attribute.keepAttr = false;
  });
  return purifier;
}

/** Whether a style, or a value of an attribute, refers to nothing but parts of its own drawing. */
function isOwnStyle(text: string): boolean {
  const withoutOwn = text.replace(/url\(\s*(["']?)#[\w.:-]+\1\s*\)/gi, '');
  return !/url\s*\(|src\s*\(|image(?:-set)?\s*\(|@|\\|expression\s*\(|javascript:/i.test(withoutOwn);
}

function isPictureInside(element: Element, value: string): boolean {
  return element.localName === 'image' && /^data:image\/(?:png|jpeg|gif|webp);base64,[\w+/=\s]+$/i.test(value);
}
