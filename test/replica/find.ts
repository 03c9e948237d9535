import type { ReplicaPost } from './types.ts';

/** The posts that a search of the site finds: those with each of the words in title or excerpt. No words, all posts. */
export function postsWith(words: string, posts: readonly ReplicaPost[]): readonly ReplicaPost[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return posts.filter(({ title, excerpt }) => {
    const text = `${title} ${excerpt}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
