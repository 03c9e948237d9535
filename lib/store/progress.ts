import { FINISHED, type PostId } from '../post.ts';
import { keptIds } from './aliases.ts';
import { db, type LibraryPost } from './database.ts';

/**
 * Remembers how far the reader has come in a post, from 0 to 1; who has read it once, and only looks into it again, has still
 * read it. Answers whether that is news.
 */
export function storeProgress(id: PostId, progress: number): Promise<boolean> {
  return db.transaction('rw', db.posts, db.aliases, async () => {
    const [post] = await db.posts.bulkGet(await keptIds([id]));
    if (!post || post.progress === progress || (hasFinished(post) && progress < FINISHED)) return false;
    await db.posts.put({ ...post, progress, progressAt: Date.now() });
    return true;
  });
}

function hasFinished({ reading, progress = 0 }: LibraryPost): boolean {
  return reading === 'read' && progress >= FINISHED;
}
