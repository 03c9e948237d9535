import { cmsPicture, toSlug } from './addresses.ts';
import { json } from './answers.ts';
import { hash } from './chance.ts';
import type { Answer, ReplicaPost } from './types.ts';

const MOST = 100;

/** Posts before this day came over from WordPress with nothing but the fields that are certain. */
const FULL_SINCE = '2023-10-01';

/** `/api/entries`: the posts whose title holds the query, in the CMS's shape, newest first. */
export function entriesAnswer(query: URLSearchParams, posts: readonly ReplicaPost[]): Answer {
  const limit = wholeNumber(query.get('limit'), MOST);
  const skip = wholeNumber(query.get('skip'), 0);
  if (limit === undefined || skip === undefined) return json({ error: 'limit and skip are whole numbers' }, 400);
  const words = (query.get('query') ?? '').toLowerCase();
  const isPost = query.get('content_type') === 'blogPost';
  const found = isPost ? posts.filter(({ title }) => title.toLowerCase().includes(words)) : [];
  const size = Math.min(limit, MOST);
  return json({ total: found.length, skip, limit: size, items: found.slice(skip, skip + size).map(entry) });
}

function wholeNumber(text: string | null, otherwise: number): number | undefined {
  if (text === null || text === '') return otherwise;
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

function entry(post: ReplicaPost): object {
  const sys = { id: hash(post.entryId).toString(36), type: 'Entry', createdAt: post.publishedAt.toISOString() };
  return { sys, fields: { title: post.title, ...(post.date >= FULL_SINCE && details(post)) } };
}

function details(post: ReplicaPost): object {
  const file = { url: cmsPicture(post, post.image).replace('https:', ''), contentType: 'image/png' };
  return {
    slug: post.id.split('/')[2],
    date: post.date,
    excerpt: post.excerpt,
    categories: post.categories.map((name) => ({ fields: { name, slug: toSlug(name) } })),
    featuredImage: { fields: { file } },
  };
}
