import type { Source, Trouble } from '../errors.ts';
import type { Post, PostId } from '../post.ts';
import type { LibraryPost, PollState } from '../store/database.ts';
import type { Findings } from '../store/polls.ts';
import { knownPosts, newestKnownDay } from '../store/posts.ts';
import { failureOf, mayDoBetter } from './failure-of.ts';
import type { Meter } from './fetch-text.ts';
import { fillGap } from './fill-gap.ts';
import { movedPosts } from './moved-posts.ts';
import { readSource, type Told } from './read-source.ts';

/** What the blog has told. */
export interface Check {
  /** To be stored; undefined if nothing has changed. */
  readonly findings?: Findings;
  /** Where the posts come from. */
  readonly source: Source;
  /** What did not work, though the posts came from elsewhere. */
  readonly trouble?: Trouble;
}

/** What came of reading a source: what it tells, an error, or neither, if it is as it was. */
interface Attempt {
  readonly told?: Told | undefined;
  readonly error?: unknown;
}

/** For so long a post that lacks its categories or picture is looked up again; then the blog has none for it. */
const PATIENCE_MS = 2 * 86_400_000;

/**
 * Reads what is new on the blog: the feed; the home page where the feed does not tell all; the JSON where posts between
 * what they tell and the library may be missing, or nothing else can be read.
 * @throws LinerNotesError if no source could be read; a Dexie error if the library could not.
 */
export async function readBlog(state: PollState, meter: Meter): Promise<Check> {
  const feed = await attempt(readSource('feed', meter, state.feed));
  if (feed.error && !mayDoBetter(feed.error)) throw feed.error;
  if (isUnchanged(feed) && state.gapUntil === undefined) return { source: 'feed' };

  const fed = feed.told?.posts ?? [];
  const known = await knownPosts(idsOf(fed));
  const isFirstRun = state.catalogueBefore === undefined;
  const needsHome = isFirstRun || feed.error !== undefined || !areWhole(fed, known, []);
  const home = needsHome ? await attempt(readSource('home', meter, state.home)) : {};

  const shown = home.told?.posts ?? [];
  const isBlind = feed.error !== undefined && home.error !== undefined;
  const isGap = state.gapUntil !== undefined || (!isFirstRun && known.size === 0 && (await knowsNone(fed, shown)));
  const until = isFirstRun ? undefined : (state.gapUntil ?? (await newestKnownDay()));
  const isShort = isBlind || (isFirstRun && home.error !== undefined);
  const gap = isShort || isGap ? await fillGap(until, meter) : { posts: [] };
  if (isBlind && gap.posts.length === 0) throw feed.error;

  const moved = await movedPosts(state.feedIds ?? [], fed, known, meter);
  const isComplete = !home.error && areWhole(fed, known, shown);
  const next = {
    feed: isComplete ? versionOf(feed, state.feed) : state.feed,
    home: versionOf(home, state.home),
    feedIds: feed.told ? idsOf(fed) : state.feedIds,
    gapUntil: gap.error && !isFirstRun ? until : undefined,
  } satisfies Omit<PollState, 'key' | 'catalogueBefore'>;
  return {
    findings: { sources: [gap.posts, shown, fed], moved, state: next, isSettled: !isShort || gap.posts.length > 0 },
    source: isBlind ? 'entries' : feed.error ? 'home' : 'feed',
    ...troubleOf([
      ['feed', feed.error],
      ['home', home.error],
      ['entries', gap.error],
    ]),
  };
}

/** The first that went wrong. */
function troubleOf(errors: ReadonlyArray<readonly [Source, unknown]>): Pick<Check, 'trouble'> {
  const [first] = errors.filter(([, error]) => error !== undefined);
  return first ? { trouble: { source: first[0], failure: failureOf(first[1]) } } : {};
}

async function attempt(reading: Promise<Told | undefined>): Promise<Attempt> {
  try {
    return { told: await reading };
  } catch (error) {
    return { error };
  }
}

function isUnchanged({ told, error }: Attempt): boolean {
  return told === undefined && error === undefined;
}

function versionOf({ told }: Attempt, stored: PollState['feed']): PollState['feed'] {
  return told ? told.version : stored;
}

/** Whether the posts that are shown are as unknown as those that were fed: others before them may be missing then. */
async function knowsNone(fed: readonly Post[], shown: readonly Post[]): Promise<boolean> {
  return fed.length + shown.length > 0 && (await knownPosts(idsOf(shown))).size === 0;
}

/** Whether all that the blog tells of a post is known of each of these, or has been looked for long enough. */
function areWhole(posts: readonly Post[], known: ReadonlyMap<PostId, LibraryPost>, shown: readonly Post[]): boolean {
  return posts.every((post) => {
    const stored = known.get(post.id);
    const told = [post, ...(stored ? [stored] : []), ...shown.filter(({ id }) => id === post.id)];
    const isWhole = told.some(({ categories }) => categories.length > 0) && told.some(({ image }) => image !== '');
    return isWhole || (stored !== undefined && stored.order < Date.now() - PATIENCE_MS);
  });
}

function idsOf(posts: readonly Post[]): PostId[] {
  return posts.map(({ id }) => id);
}
