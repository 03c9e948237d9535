import { entriesUrl, FEED_URL, HOME_URL, yearUrl } from '../blog/site.ts';
import { BlogRefused, BlogUnreadable, type Source } from '../errors.ts';
import type { Parsed } from '../parse/parsed.ts';
import type { Step, Version } from '../store/database.ts';
import { fetchText } from './fetch-text.ts';
import { parseInPage } from './parser-page.ts';
import type { Meter } from './request.ts';

/** What a source of posts has answered. */
export interface Told extends Parsed {
  readonly version: Version;
}

/**
 * The posts that the feed or the home page tells; undefined if it is still the version whose posts are stored.
 * @throws whatever fetchText does, and BlogUnreadable if there is no post.
 */
export function readSource(
  source: 'feed' | 'home',
  meter: Meter,
  stored: Version | undefined,
): Promise<Told | undefined> {
  return read({ source, url: source === 'feed' ? FEED_URL : HOME_URL }, meter, stored);
}

/**
 * The posts of a part of the back catalogue; none of a year that has none.
 * @throws whatever fetchText does, and BlogUnreadable if the JSON is not what it should be.
 */
export async function readStep(step: Step, meter: Meter): Promise<Parsed> {
  const isEntries = step.kind === 'entries';
  const url = isEntries ? entriesUrl(step.skip) : yearUrl(step.year);
  const told = await read({ source: step.kind, url }, meter).catch((error: unknown) => {
    if (isEntries || !isNoListing(error)) throw error;
    return undefined;
  });
  return told ?? { posts: [], count: 0 };
}

async function read(
  wanted: { source: Source; url: string },
  meter: Meter,
  stored?: Version,
): Promise<Told | undefined> {
  const fetched = await fetchText(wanted, meter, stored);
  if (!fetched) return undefined;
  const { text, etag, lastModified } = fetched;
  const parsed = await parseInPage(wanted.source, text);
  if (parsed.posts.length === 0 && parsed.total === undefined) throw new BlogUnreadable(wanted.source);
  return { ...parsed, version: { etag, lastModified } };
}

/** A year without posts has no page, or one without cards. */
function isNoListing(error: unknown): boolean {
  return error instanceof BlogUnreadable || (error instanceof BlogRefused && error.failure.status === 404);
}
