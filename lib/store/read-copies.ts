import type { PostId } from '../post.ts';
import { keptIds } from './aliases.ts';
import { db, type LibraryPost } from './database.ts';
import type { OfflineCopy, Saving, StoredPicture } from './offline-copy.ts';

/** A post as it can be read offline, and what there is around it. */
export interface SavedPost {
  /** The id under which the library keeps it. */
  readonly id: PostId;
  /** Undefined as long as there is no copy; so is the text. */
  readonly copy: OfflineCopy | undefined;
  /** Hostile HTML. */
  readonly html: string | undefined;
  /** What the library knows of the post; undefined if it lacks it. */
  readonly post: LibraryPost | undefined;
  readonly saving: Saving | undefined;
  /** The copies of saved posts that were made before and after this one, the nearest. */
  readonly earlier: OfflineCopy | undefined;
  readonly later: OfflineCopy | undefined;
}

/** All that the reader shows of a post but its pictures. */
export function readSavedPost(asked: PostId): Promise<SavedPost> {
  return db.transaction('r', [db.copies, db.articles, db.posts, db.savings, db.aliases], async () => {
    const saved = await savedPost(asked);
    if (saved.copy ?? saved.post) return saved;
    const [kept = asked] = await keptIds([asked]);
    return kept === asked ? saved : savedPost(kept);
  });
}

async function savedPost(id: PostId): Promise<SavedPost> {
  const [copy, article, post, saving] = await Promise.all([
    db.copies.get(id),
    db.articles.get(id),
    db.posts.get(id),
    db.savings.get(id),
  ]);
  const [earlier, later] = copy ? await Promise.all([nearest(copy, copyBefore), nearest(copy, copyAfter)]) : [];
  return { id, copy, html: article?.html, post, saving, earlier, later };
}

/** A post that is no longer saved is passed over: its copy is only kept for who takes that back. */
async function nearest(copy: OfflineCopy, next: typeof copyBefore): Promise<OfflineCopy | undefined> {
  let found = await next(copy);
  while (found && !(await db.posts.get(found.id))?.bookmarked) found = await next(found);
  return found;
}

// The index has copies of the same moment in the order of their ids.
function copyBefore({ id, savedAt }: OfflineCopy): Promise<OfflineCopy | undefined> {
  const isBefore = (other: OfflineCopy) => other.savedAt < savedAt || other.id < id;
  return db.copies.where('savedAt').belowOrEqual(savedAt).reverse().filter(isBefore).first();
}

function copyAfter({ id, savedAt }: OfflineCopy): Promise<OfflineCopy | undefined> {
  const isAfter = (other: OfflineCopy) => other.savedAt > savedAt || other.id > id;
  return db.copies.where('savedAt').aboveOrEqual(savedAt).filter(isAfter).first();
}

/** Those of the pictures that are kept, by the addresses of their originals. */
export async function readPictures(addresses: readonly string[]): Promise<Map<string, StoredPicture>> {
  const pictures = await db.pictures.bulkGet([...addresses]);
  return new Map(pictures.filter((picture) => picture !== undefined).map((picture) => [picture.address, picture]));
}
