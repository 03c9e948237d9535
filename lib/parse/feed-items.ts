import {
  type AtomFeed,
  type JsonFeed,
  type MediaNs,
  parseAtomFeed,
  parseJsonFeed,
  parseRdfFeed,
  parseRssFeed,
  type RdfFeed,
  type RssFeed,
} from 'feedsmith';
import { textOfHtml } from './html.ts';
import { readableXml } from './xml.ts';

/** What an item of a feed tells, whatever the format; in each list the best comes first. */
export interface FeedItem {
  readonly addresses: readonly Told[];
  readonly title: Told;
  readonly dates: readonly Told[];
  /** Plain text. */
  readonly excerpt: Told;
  readonly categories: readonly Told[];
  readonly pictures: readonly Told[];
}

/** A text, if there is one. */
export type Told = string | undefined;

/** A file beside an item. */
interface Attached {
  readonly url?: string;
  readonly type?: string;
  readonly medium?: string;
}

const LIMITS = { maxItems: 10_000 };

/** The parts of a JSON Feed that we read. */
const JSON_PARTS = new Set(
  `version items id url title summary content_text content_html date_published date_modified
  tags image banner_image attachments mime_type`.split(/\s+/),
);

/**
 * The items of a feed: RSS, Atom, RDF or JSON Feed.
 * @throws an error of whatever kind if the text is none, or not a whole one.
 */
export function feedItemsOf(text: string): FeedItem[] {
  return /^[\s\uFEFF]*\{/.test(text) ? jsonItems(text) : xmlItems(text);
}

function xmlItems(text: string): FeedItem[] {
  const { root, xml } = readableXml(text);
  switch (root) {
    case 'rss':
      return (parseRssFeed(xml, LIMITS).items ?? []).map(rssItem);
    case 'feed':
      return (parseAtomFeed(xml, LIMITS).entries ?? []).map(atomItem);
    case 'rdf':
      return (parseRdfFeed(xml, LIMITS).items ?? []).map(rdfItem);
    default:
      throw new SyntaxError(`<${root}> is no feed`);
  }
}

function jsonItems(text: string): FeedItem[] {
  const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''), readablePart);
  return (parseJsonFeed(json, LIMITS).items ?? []).map(jsonItem);
}

/** The others are left out: feedsmith is slow with many, and takes an object with a `length` for a list of that length. */
function readablePart(key: string, value: unknown): unknown {
  return JSON_PARTS.has(key.toLowerCase()) || /^\d*$/.test(key) ? value : undefined;
}

function rssItem(item: RssFeed.Item<string>): FeedItem {
  const { link, guid, title, pubDate, description, content, categories = [], enclosures = [], media, dc } = item;
  return {
    addresses: [link, guid?.isPermaLink === false ? undefined : guid?.value],
    title,
    dates: [pubDate, ...(dc?.dates ?? [])],
    excerpt: htmlText(description ?? content?.encoded),
    categories: [...categories.map(({ name }) => htmlText(name)), ...(dc?.subjects ?? [])],
    pictures: [...picturesIn(enclosures), ...mediaPictures(media)],
  };
}

function rdfItem({ link, rdf, title, dc, description, content, media }: RdfFeed.Item<string>): FeedItem {
  return {
    addresses: [link, rdf?.about],
    title,
    dates: dc?.dates ?? [],
    excerpt: htmlText(description ?? content?.encoded),
    categories: dc?.subjects ?? [],
    pictures: mediaPictures(media),
  };
}

function atomItem(entry: AtomFeed.Entry<string>): FeedItem {
  const { links = [], id, title, published, updated, summary, content, categories = [], media } = entry;
  const hrefs = links.filter(({ rel = 'alternate' }) => rel === 'alternate').map(({ href }) => href);
  const enclosures = links
    .filter(({ rel }) => rel === 'enclosure')
    .map(({ href = '', type = '' }) => ({ url: href, type }));
  return {
    addresses: [...hrefs, id],
    title: atomText(title),
    dates: [published, updated],
    excerpt: atomText(summary ?? content),
    categories: categories.map(({ label, term }) => label ?? term),
    pictures: [...picturesIn(enclosures), ...mediaPictures(media)],
  };
}

function jsonItem(item: JsonFeed.Item<string>): FeedItem {
  const { attachments = [], summary, content_text, content_html } = item;
  const files = attachments.map(({ url = '', mime_type = '' }) => ({ url, type: mime_type }));
  return {
    addresses: [item.url, item.id],
    title: item.title,
    dates: [item.date_published, item.date_modified],
    excerpt: summary ?? content_text ?? htmlText(content_html),
    categories: item.tags ?? [],
    pictures: [item.image, item.banner_image, ...picturesIn(files)],
  };
}

function atomText(text: AtomFeed.Content | undefined): Told {
  return /^(?:text\/)?html$/i.test(text?.type ?? '') ? htmlText(text?.value) : text?.value;
}

function htmlText(html: Told): Told {
  return html && textOfHtml(html);
}

function mediaPictures(media: MediaNs.ItemOrFeed = {}): Told[] {
  const places = [media, ...(media.groups ?? [])];
  const contents = places.flatMap(({ contents = [] }) => contents);
  const thumbnails = places.flatMap(({ thumbnails = [] }) => thumbnails);
  return [...picturesIn(contents), ...thumbnails.map(({ url }) => url)];
}

/** Of those files that are pictures, the addresses. */
function picturesIn(files: readonly Attached[]): Told[] {
  return files.filter(isPicture).map(({ url }) => url);
}

function isPicture({ url = '', type, medium }: Attached): boolean {
  if (type || medium) return medium === 'image' || /^image\//i.test(type ?? '');
  return /\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]|$)/i.test(url);
}
