import { originalImage } from '../blog/image.ts';
import { BLOG_ORIGIN } from '../blog/site.ts';
import { LONGEST_TEXT, postIdOf } from '../post.ts';
import { cleanCategories } from './categories.ts';
import { type Field, isRecord, stringsIn, valuesNamed } from './entry-fields.ts';
import { dayOfTimestamp } from './feed-date.ts';
import { textOfHtml } from './html.ts';
import { cleanExcerpt } from './text.ts';

/** The address of the post: as a field tells it, or made of slug and month of publication; empty if neither is there. */
export function addressIn(fields: readonly Field[]): string {
  const told = stringsIn(valuesNamed(fields, /url|link|permalink|href|uri|path|slug/, /(?:)/)).find(isPostAddress);
  return told ?? addressOfSlug(fields);
}

/** The day of publication, `YYYY-MM-DD`, else empty. */
export function dayIn(fields: readonly Field[]): string {
  return dayOfTimestamp(publicationIn(fields));
}

/** What the post is about, as plain text, else empty. */
export function excerptIn(fields: readonly Field[]): string {
  const texts = valuesNamed(
    fields,
    /^(?:excerpt|summary|description|teaser|abstract|intro|introduction|standfirst|dek)$/,
    /^(?:short|post|card|preview|meta|seo)(?:excerpt|summary|description|text)$/,
    /^sub(?:title|heading)$/,
  );
  return cleanExcerpt(textOfHtml(stringsIn(texts).find(Boolean) ?? ''));
}

/** The names of the categories, or else of the tags. */
export function categoriesIn(fields: readonly Field[]): string[] {
  const lists = valuesNamed(fields, /categories$/, /category$/, /tags?$/, /topics?$/);
  return lists.map((list) => cleanCategories(namesIn(list))).find(({ length }) => length > 0) ?? [];
}

/** The address of the feature picture, else empty. */
export function pictureIn(fields: readonly Field[]): string {
  const named = valuesNamed(
    fields,
    /^(?:feature|featured|hero|cover|main|header|banner)(?:image|picture|photo|media)?$/,
    /image|picture|photo|thumb/,
  );
  const assets = fields.map(({ value }) => value).filter(isImageAsset);
  return [...named, ...assets].map(pictureAt).find(Boolean) ?? '';
}

function isPostAddress(text: string): boolean {
  return text.length <= LONGEST_TEXT && /\b20\d\d\/\d/.test(text) && !/\s/.test(text) && postIdOf(text) !== undefined;
}

function addressOfSlug(fields: readonly Field[]): string {
  const slugs = valuesNamed(
    fields,
    /^(?:url|post|page|blog|article)?(?:slug|path|handle)$/,
    /^(?:url|link|permalink)$/,
  );
  const slug = stringsIn(slugs).find((text) => /^\/?[\p{L}\p{N}][\p{L}\p{N}._~%-]{0,300}\/?$/u.test(text));
  const [year, month] = monthIn(fields);
  if (!slug || !year) return '';
  const address = `${BLOG_ORIGIN}/${year}/${Number(month)}/${slug.replaceAll('/', '')}`;
  return postIdOf(address) ? address : '';
}

/** Year and month of publication; none if it was another month at its place than in UTC: either may be in the address. */
function monthIn(fields: readonly Field[]): string[] {
  const written = publicationIn(fields);
  const here = dayOfTimestamp(written.replace(/(:\d\d(?:\.\d+)?)\s*[+-]\d\d:?\d\d$/, '$1'));
  const there = dayOfTimestamp(written);
  return here.slice(0, 7) === there.slice(0, 7) ? here.split('-') : [];
}

/** When the post was published, as it is written. */
function publicationIn(fields: readonly Field[]): string {
  const dates = valuesNamed(
    fields,
    /^(?:date)?(?:first)?(?:publish|published|publishing|publication|pub)(?:date|datetime|time|at|on)?$/,
    /^(?:date|datetime|(?:post|posted|release|released|display|article|blog)(?:date|at|on))$/,
  );
  return stringsIn(dates).find((text) => dayOfTimestamp(text)) ?? '';
}

function namesIn(list: unknown): string[] {
  if (typeof list === 'string') return list.split(',', 100);
  return stringsIn((Array.isArray(list) ? list.slice(0, 100) : [list]).map(nameOf));
}

function nameOf(category: unknown): unknown {
  if (!isRecord(category)) return category;
  const { name, title } = isRecord(category['fields']) ? category['fields'] : category;
  return name ?? title;
}

function isImageAsset(value: unknown): boolean {
  const type = fileOf(value)?.['contentType'];
  return typeof type === 'string' && type.startsWith('image/');
}

function pictureAt(value: unknown): string {
  const [one] = Array.isArray(value) ? value : [value];
  const file = fileOf(one) ?? one;
  const address = isRecord(file) ? (file['url'] ?? file['src']) : file;
  const isAddress =
    typeof address === 'string' && address.length <= LONGEST_TEXT && /^(?:https?:\/)?\/\S+$/.test(address);
  return isAddress ? originalImage(address) : '';
}

/** The file of an asset in the CMS's shape. */
function fileOf(asset: unknown): Readonly<Record<string, unknown>> | undefined {
  const fields = isRecord(asset) ? asset['fields'] : undefined;
  const file = isRecord(fields) ? fields['file'] : undefined;
  return isRecord(file) ? file : undefined;
}
