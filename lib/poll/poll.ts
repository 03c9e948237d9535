import { FEED_URL, HOME_URL } from '../blog/site.ts';
import { type Failure, LinerNotesError } from '../errors.ts';
import { parseFeed } from '../parse/feed.ts';
import type { Post } from '../post.ts';
import { announceChange } from '../revision.ts';
import type { PollState } from '../store/database.ts';
import { noteFailure, noteUnchanged, pollState, storeFindings } from '../store/polls.ts';
import { readingsOf } from '../store/posts.ts';
import { fetchText } from './fetch-text.ts';
import { parseHome } from './parse-home.ts';

let running: Promise<void> | undefined;

/**
 * Checks the blog for new posts and stores them; joins the check that is under way, if there is one.
 * Never rejects for an expected failure: that is stored, for the popup to show.
 */
export function poll(): Promise<void> {
  running ??= pollOnce().finally(() => {
    running = undefined;
  });
  return running;
}

async function pollOnce(): Promise<void> {
  try {
    if (await readBlog(await pollState())) await announceChange();
  } catch (error) {
    if (!(error instanceof LinerNotesError)) throw error;
    await noteFailure(error.failure);
  }
}

async function readBlog(state: PollState): Promise<boolean> {
  const firstRun = state.catalogueUntil === undefined;
  const fetched = await fetchText(FEED_URL, firstRun ? {} : state);
  if (!fetched) {
    await noteUnchanged();
    return false;
  }
  const feed = parseFeed(fetched.text);
  const home = firstRun || (await bringsUnknown(feed)) ? await readHome() : { posts: [] };
  const { etag, lastModified } = fetched;
  return storeFindings({ feed, home: home.posts, failure: home.failure, etag, lastModified });
}

async function bringsUnknown(feed: readonly Post[]): Promise<boolean> {
  const known = await readingsOf(feed.map(({ id }) => id));
  return known.size < feed.length;
}

/** The home page tells the categories and pictures that the feed leaves out. */
async function readHome(): Promise<{ posts: Post[]; failure?: Failure }> {
  try {
    const fetched = await fetchText(HOME_URL);
    return { posts: await parseHome(fetched?.text ?? '') };
  } catch (error) {
    if (!(error instanceof LinerNotesError)) throw error;
    return { posts: [], failure: error.failure };
  }
}
