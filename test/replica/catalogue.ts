import { toSlug } from './addresses.ts';
import { hash } from './chance.ts';
import seeds from './posts.json' with { type: 'json' };
import type { Era, NewPost, PostChanges, ReplicaPost } from './types.ts';

/** The newest post that the blog had while it was seen on WordPress. */
const LAST_OF_WORDPRESS = '2024-10-21';

export interface Catalogue {
  /** Newest first. */
  posts(era: Era): readonly ReplicaPost[];
  changedAt(): Date;
  publish(post: NewPost): ReplicaPost;
  edit(id: string, changes: PostChanges): void;
}

/** The posts of one replica: those of the seeds, and whatever a test publishes. */
export function createCatalogue(): Catalogue {
  let posts = seeds.map(seedPost);
  let changedAt = posts[0]?.publishedAt ?? new Date(0);
  const published = new Set<string>();

  const change = (next: ReplicaPost[]): void => {
    posts = next;
    // Last-Modified counts whole seconds, so that two changes within one must still differ.
    changedAt = new Date(Math.max(Date.now(), changedAt.getTime() + 1000));
  };

  return {
    posts(era) {
      if (era === 'today') return posts;
      return posts.filter(({ id, date }) => date <= LAST_OF_WORDPRESS || published.has(id)).map(onWordpress);
    },
    changedAt: () => changedAt,
    publish(post) {
      const created = newPost(post, posts);
      published.add(created.id);
      change([created, ...posts]);
      return created;
    },
    edit(id, changes) {
      if (!posts.some((post) => post.id === id)) throw new Error(`The replica has no post ${id}`);
      change(posts.map((post) => (post.id === id ? { ...post, ...changes } : post)));
    },
  };
}

type Seed = Omit<ReplicaPost, 'publishedAt' | 'wordpressId'> & { wordpressId?: number };

function seedPost(seed: Seed): ReplicaPost {
  return { wordpressId: inventedId(seed.id), ...seed, publishedAt: afternoon(seed.date) };
}

/** Where today's site has a no-break space, WordPress had a plain one. */
function onWordpress(post: ReplicaPost): ReplicaPost {
  return { ...post, title: post.title.replaceAll('\u00a0', ' ') };
}

function newPost(post: NewPost, posts: readonly ReplicaPost[]): ReplicaPost {
  const publishedAt = publicationTime(post.date, posts[0]?.publishedAt);
  const date = publishedAt.toISOString().slice(0, 10);
  const slug = post.slug ?? toSlug(post.title);
  const id = freeId(`${date.slice(0, 4)}/${Number(date.slice(5, 7))}/${slug}`, posts);
  return {
    id,
    title: post.title,
    date,
    publishedAt,
    categories: post.categories ?? ['Platform'],
    excerpt: post.excerpt ?? `${post.title.trim()}: what we set out to do, how it went, and what we would do again…`,
    image: post.image ?? `${slug}-1200x590.png`,
    wordpressId: inventedId(id),
  };
}

function publicationTime(date: string | undefined, newest = new Date(0)): Date {
  const today = new Date().toISOString().slice(0, 10);
  const wanted = date === undefined || date === today ? new Date() : afternoon(date);
  return new Date(Math.max(wanted.getTime(), newest.getTime() + 1000));
}

function afternoon(date: string): Date {
  return new Date(`${date}T14:00:00Z`);
}

function freeId(id: string, posts: readonly ReplicaPost[]): string {
  const taken = new Set(posts.map((post) => post.id));
  let free = id;
  for (let n = 2; taken.has(free); n++) free = `${id}-${n}`;
  return free;
}

function inventedId(id: string): number {
  return 5000 + (hash(id) % 1000);
}
