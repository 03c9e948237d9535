import { datedPost, monthOf, type Post, type PostId, type Reading } from '../post.ts';

/** Decides what a post is to the reader when it comes into the library. */
export type ReadingOf = (post: Post) => Reading;

/** So many posts are unread on the first run: a home page's worth. */
const FIRST_RUN_UNREAD = 13;

/** On the first run the newest are unread, and the others the back catalogue. */
export function firstRunReading(found: readonly Post[]): ReadingOf {
  const unread = new Set(
    newestFirst(found)
      .slice(0, FIRST_RUN_UNREAD)
      .map(({ id }) => id),
  );
  return ({ id }) => (unread.has(id) ? 'unread' : 'archived');
}

/**
 * The day up to which posts belong to the back catalogue, `YYYY-MM-DD` in UTC: that of the newest post of the first run, but
 * none that is still to come, or what comes out until then would be archived; undefined if there is no post.
 */
export function catalogueEnd(found: readonly Post[], now: Date): string | undefined {
  const today = now.toISOString().slice(0, 10);
  const newest = newestFirst(found)[0]?.date;
  return newest !== undefined && newest > today ? today : newest;
}

/**
 * After the first run posts are new from the day on that was the newest then. Of the 13 only the newest counts: the oldest
 * may be a pinned post of years ago.
 */
export function laterReading(catalogueBefore: string): ReadingOf {
  return (post) => (dayOf(post, catalogueBefore) >= catalogueBefore ? 'unread' : 'archived');
}

/** Whether a post is of another day than that one, on which new posts and the back catalogue meet. */
export function isOfAnotherDay(post: Post, catalogueBefore: string): boolean {
  return dayOf(post, catalogueBefore) !== catalogueBefore;
}

/** Whether a post came out after that day, so that a poll has to bring it. */
export function isAfter(post: Post, catalogueBefore: string): boolean {
  return dayOf(post, catalogueBefore) > catalogueBefore;
}

/** The day of a post; where only its month is known, and is that of the other day, it may be of that day as well. */
function dayOf({ id, date }: Post, other: string): string {
  const month = monthOf(id);
  return date || (month.slice(0, 7) === other.slice(0, 7) ? other : month);
}

function newestFirst(posts: readonly Post[]): Post[] {
  const byId = new Map<PostId, Post>(posts.map((post) => [post.id, datedPost(post)]));
  return [...byId.values()].sort((a, b) => b.date.localeCompare(a.date) || b.id.localeCompare(a.id));
}
