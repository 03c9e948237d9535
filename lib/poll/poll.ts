import { FEED_URL, HOME_URL } from '../blog/site.ts';
import { type Failure, LinerNotesError } from '../errors.ts';
import { parseFeed } from '../parse/feed.ts';
import type { Post } from '../post.ts';
import { announceChange } from '../revision.ts';
import type { PollState } from '../store/database.ts';
import { noteFailure, noteUnchanged, pollState, storeFindings } from '../store/polls.ts';
import { hasWhole } from '../store/posts.ts';
import { fetchText } from './fetch-text.ts';
import { parseHome } from './parse-home.ts';

let running: Promise<void> | undefined;

/**
 * Checks the blog for new posts and stores them; joins the check that is under way, if there is one.
 * A failure is stored, for the popup to show.
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
    await noteFailure(failureOf(error));
  }
}

/** The failure to show for what was thrown; what was not expected is a bug of ours, and goes to the console as well. */
function failureOf(error: unknown): Failure {
  if (error instanceof LinerNotesError) return error.failure;
  console.error(error);
  return { code: 'internal' };
}

async function readBlog(state: PollState): Promise<boolean> {
  const fetched = await fetchText(FEED_URL, state);
  if (!fetched) {
    await noteUnchanged();
    return false;
  }
  const feed = parseFeed(fetched.text);
  const firstRun = state.catalogueBefore === undefined;
  const needsHome = firstRun || !(await hasWhole(feed.map(({ id }) => id)));
  const home = needsHome ? await readHome() : { posts: [] };
  const { etag, lastModified } = fetched;
  return storeFindings({ feed, home: home.posts, failure: home.failure, etag, lastModified });
}

/** The home page tells the categories and pictures that the feed leaves out. */
async function readHome(): Promise<{ posts: Post[]; failure?: Failure }> {
  try {
    const fetched = await fetchText(HOME_URL);
    return { posts: await parseHome(fetched?.text ?? '') };
  } catch (error) {
    return { posts: [], failure: failureOf(error) };
  }
}
