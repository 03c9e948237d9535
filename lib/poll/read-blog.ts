import type { Source, Trouble } from '../errors.ts';
import type { Post, PostId } from '../post.ts';
import type { LibraryPost, PollState } from '../store/database.ts';
import type { Findings } from '../store/polls.ts';
import { knownPosts } from '../store/posts.ts';
import { failureOf, isLasting, mayDoBetter, mayOthersAnswer, retryAfterOf } from './failure-of.ts';
import { type Filled, fillGap } from './fill-gap.ts';
import { movedPosts } from './moved-posts.ts';
import { readSource, type Told } from './read-source.ts';
import type { Meter } from './request.ts';

/** What the blog has told. */
export interface Check {
  /** To be stored; undefined if nothing has changed. */
  readonly findings?: Findings;
  /** Where the posts come from. */
  readonly source: Source;
  /** What did not work, though the posts came from elsewhere. */
  readonly trouble?: Trouble;
  /** How long the blog asked to be left alone with that, in ms. */
  readonly retryAfter?: number;
}

/** What came of reading a source: what it tells, an error, or neither, if it is as it was. */
interface Attempt {
  readonly told?: Told | undefined;
  readonly error?: unknown;
}

/** For so long a post that lacks its categories or picture is looked up again; then the blog has none for it. */
const PATIENCE_MS = 2 * 86_400_000;

/** As many of the newest posts are remembered: those of the home page and of the feed. */
const RECENT = 18;

/**
 * Reads what is new on the blog: the feed; the home page where the feed does not tell all; the JSON where posts between
 * what they tell and what earlier polls were told may be missing, or nothing else can be read.
 * @throws LinerNotesError if no source could be read; a Dexie error if the library could not.
 */
export async function readBlog(state: PollState, meter: Meter): Promise<Check> {
  const feed = await attempt(readSource('feed', meter, state.feed));
  if (feed.error && !mayOthersAnswer(feed.error)) throw feed.error;
  if (isUnchanged(feed) && state.gapUntil === undefined) return { source: 'feed' };

  const fed = feed.told?.posts ?? [];
  const known = await knownPosts(idsOf(fed));
  const recent = new Set(state.recentIds);
  const isFirstRun = state.catalogueBefore === undefined;
  const isApart = feed.told !== undefined && recent.size > 0 && !touches(fed, recent);
  const needsHome = isFirstRun || isApart || feed.error !== undefined || !areWhole(fed, known, []);
  const home = needsHome ? await attempt(readSource('home', meter, state.home)) : {};
  if (feed.error && home.error && !mayDoBetter(home.error)) throw feed.error;

  const shown = home.told?.posts ?? [];
  const isBlind = feed.error !== undefined && home.error !== undefined;
  const isShort = isBlind || (isFirstRun && home.error !== undefined);
  const isGap = !isFirstRun && (state.gapUntil !== undefined || isNewGap(fed, shown, recent));
  const until = isFirstRun ? undefined : (state.gapUntil ?? (await newestDay(recent)));
  const gap: Filled = isShort || isGap ? await fillGap(until, meter) : { posts: [], source: 'entries' };
  if (isBlind && gap.posts.length === 0) throw feed.error;

  const moved = await movedPosts(recent, fed, shown, meter);
  const isComplete = !home.error && areWhole(fed, known, shown);
  const next = {
    feed: isComplete ? versionOf(feed, state.feed) : state.feed,
    home: versionOf(home, state.home),
    recentIds: [...new Set([...idsOf([...fed, ...shown, ...gap.posts]), ...recent])].slice(0, RECENT),
    gapUntil: gap.error && !isFirstRun ? until : undefined,
  } satisfies Omit<PollState, 'key' | 'catalogueBefore'>;
  const isSettled = !isShort || gap.posts.length > 0 || (feed.told !== undefined && isLasting(home.error));
  return {
    findings: { sources: [gap.posts, shown, fed], moved, state: next, isSettled },
    source: isBlind ? gap.source : feed.error ? 'home' : 'feed',
    retryAfter: Math.max(...[feed.error, home.error, gap.error].map(retryAfterOf)),
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

function touches(posts: readonly Post[], recent: ReadonlySet<PostId>): boolean {
  return posts.some(({ id }) => recent.has(id));
}

/** Whether posts may be missing between these and those of earlier polls. The first of the home page may be a pinned one. */
function isNewGap(fed: readonly Post[], shown: readonly Post[], recent: ReadonlySet<PostId>): boolean {
  if (recent.size === 0 || fed.length + shown.length === 0) return false;
  return !touches(fed, recent) && !touches(shown.slice(1), recent);
}

/** The day of the newest of the posts that are in the library, `YYYY-MM-DD`. */
async function newestDay(ids: ReadonlySet<PostId>): Promise<string | undefined> {
  const posts = await knownPosts([...ids]);
  return [...posts.values()]
    .map(({ date }) => date)
    .sort()
    .at(-1);
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
