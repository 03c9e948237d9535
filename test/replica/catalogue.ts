import { toSlug } from './addresses.ts';
import { hash } from './chance.ts';
import { inventedPosts } from './many.ts';
import seeds from './posts.json' with { type: 'json' };
import type { Era, NewPost, OldPost, PostChanges, PostMove, ReplicaPost } from './types.ts';

/** The newest post that the blog had while it was seen on WordPress. */
const LAST_OF_WORDPRESS = '2024-10-21';

const SINCE_WORDPRESS = new Set(seeds.filter(({ date }) => date > LAST_OF_WORDPRESS).map(({ id }) => id));

export interface Catalogue {
  /** Newest first. */
  posts(era: Era): readonly ReplicaPost[];
  changedAt(): Date;
  /** Where the post stands now that once stood under this id; any other id as it is. */
  presentId(id: string): string;
  publish(post: NewPost): ReplicaPost;
  addOld(post: OldPost): ReplicaPost;
  /** Adds so many invented posts, all older than the blog's; the same ones for the same seed. */
  addMany(count: number, seed?: string): readonly ReplicaPost[];
  edit(id: string, changes: PostChanges): void;
  move(id: string, to: PostMove): ReplicaPost;
  unpublish(id: string): void;
}

/** The posts of one replica: those of the seeds, and whatever a test makes of them. */
export function createCatalogue(): Catalogue {
  let posts = seeds.map(seedPost);
  let changedAt = posts[0]?.publishedAt ?? new Date(0);
  let told = true;
  const moved = new Map<string, string>();

  const change = (next: readonly ReplicaPost[]): void => {
    posts = next.toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
    // Last-Modified counts whole seconds, and what somebody was told within one must still differ.
    changedAt = new Date(Math.max(Date.now(), changedAt.getTime() + (told ? 1000 : 0)));
    told = false;
  };
  const add = (post: NewPost, publishedAt: Date): ReplicaPost => {
    const created = newPost(post, publishedAt, idsOf(posts));
    change([created, ...posts]);
    return created;
  };
  const take = (id: string): { post: ReplicaPost; others: ReplicaPost[] } => {
    const post = posts.find((candidate) => candidate.id === id);
    if (!post) throw new Error(`The replica has no post ${id}`);
    return { post, others: posts.filter((other) => other !== post) };
  };
  const presentId = (id: string): string => {
    const next = posts.some((post) => post.id === id) ? undefined : moved.get(id);
    return next === undefined ? id : presentId(next);
  };

  return {
    posts(era) {
      if (era === 'today') return posts;
      return posts.filter(({ entryId }) => !SINCE_WORDPRESS.has(entryId)).map(onWordpress);
    },
    changedAt() {
      told = true;
      return changedAt;
    },
    presentId,
    publish: (post) => add(post, publicationTime(post.date, posts[0]?.publishedAt)),
    addOld: (post) => add(post, afternoon(post.date)),
    addMany(count, seed = 'many') {
      const taken = idsOf(posts);
      const created = inventedPosts(count, seed).map((post) => newPost(post, afternoon(post.date), taken));
      change([...posts, ...created]);
      return created;
    },
    edit(id, changes) {
      const { post, others } = take(id);
      change([edited(post, changes), ...others]);
    },
    move(id, { slug = id.slice(id.lastIndexOf('/') + 1), ...changes }) {
      const { post, others } = take(id);
      const there = edited(post, changes);
      const next = { ...there, id: freeId(idOf(there.date, slug), idsOf(others)) };
      moved.set(id, next.id);
      // Else a post that moves back would be sent round in circles.
      moved.delete(next.id);
      change([next, ...others]);
      return next;
    },
    unpublish: (id) => change(take(id).others),
  };
}

type Seed = Omit<ReplicaPost, 'publishedAt' | 'wordpressId' | 'entryId'> & { wordpressId?: number };

function seedPost(seed: Seed): ReplicaPost {
  return { wordpressId: inventedId(seed.id), ...seed, publishedAt: afternoon(seed.date), entryId: seed.id };
}

/** Where today's site has a no-break space, WordPress had a plain one. */
function onWordpress(post: ReplicaPost): ReplicaPost {
  return { ...post, title: post.title.replaceAll('\u00a0', ' ') };
}

/** The post's id is taken from then on. */
function newPost(post: NewPost, publishedAt: Date, taken: Set<string>): ReplicaPost {
  const date = publishedAt.toISOString().slice(0, 10);
  const slug = post.slug ?? toSlug(post.title);
  const id = freeId(idOf(date, slug), taken);
  taken.add(id);
  return {
    id,
    title: post.title,
    date,
    publishedAt,
    categories: post.categories ?? ['Platform'],
    excerpt: post.excerpt ?? `${post.title.trim()}: what we set out to do, how it went, and what we would do again…`,
    image: post.image ?? `${slug}-1200x590.png`,
    wordpressId: inventedId(id),
    entryId: id,
    ...(post.moreSections !== undefined && { moreSections: post.moreSections }),
  };
}

function edited(post: ReplicaPost, changes: PostChanges): ReplicaPost {
  const publishedAt = changes.date === undefined ? post.publishedAt : afternoon(changes.date);
  return { ...post, ...changes, publishedAt };
}

function publicationTime(date: string | undefined, newest = new Date(0)): Date {
  const today = new Date().toISOString().slice(0, 10);
  const wanted = date === undefined || date === today ? new Date() : afternoon(date);
  return new Date(Math.max(wanted.getTime(), newest.getTime() + 1000));
}

function afternoon(date: string): Date {
  return new Date(`${date}T14:00:00Z`);
}

function idOf(date: string, slug: string): string {
  return `${date.slice(0, 4)}/${Number(date.slice(5, 7))}/${slug}`;
}

function idsOf(posts: readonly ReplicaPost[]): Set<string> {
  return new Set(posts.map(({ id }) => id));
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let n = 2; taken.has(free); n++) free = `${id}-${n}`;
  return free;
}

function inventedId(id: string): number {
  return 5000 + (hash(id) % 1000);
}
