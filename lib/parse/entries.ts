import { BlogUnreadable } from '../errors.ts';
import { type Post, type PostId, postIdOf } from '../post.ts';
import { postUrlOf } from './address.ts';
import { type Field, fieldsOf, isRecord, stringsIn, valuesNamed } from './entry-fields.ts';
import { addressIn, categoriesIn, dayIn, excerptIn, pictureIn } from './entry-parts.ts';
import { cleanText } from './text.ts';

const LONGEST_ANSWER = 5 * 1024 * 1024;
const MOST_ITEMS = 1000;
const MOST_POSTS = 100_000;

interface Entries {
  /** Each once, in the order of the answer; without those whose address it does not tell. */
  readonly posts: Post[];
  /** How many entries the answer is about, those without address included. */
  readonly count: number;
  /** How many there are in all. */
  readonly total: number;
}

/**
 * The posts in an answer of the blog's JSON, which has the shape of its CMS: but for `fields.title`, no field is certain.
 * @throws BlogUnreadable if the text is not of that shape.
 */
export function parseEntries(text: string): Entries {
  const answer = recordIn(text);
  const items: unknown = answer['items'];
  if (!Array.isArray(items)) throw new BlogUnreadable('entries');
  const entries = items.slice(0, MOST_ITEMS).map(fieldsOf);
  const told = entries.filter((fields) => fields !== undefined);
  if (entries.length > 0 && told.length === 0) throw new BlogUnreadable('entries');
  const posts = new Map<PostId, Post>();
  for (const post of told.flatMap(postOf)) {
    if (!posts.has(post.id)) posts.set(post.id, post);
  }
  return { posts: [...posts.values()], count: entries.length, total: totalOf(answer['total'], entries.length) };
}

function recordIn(text: string): Readonly<Record<string, unknown>> {
  if (text.length > LONGEST_ANSWER) throw new BlogUnreadable('entries');
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isRecord(json) ? json : {};
  } catch (cause) {
    throw new BlogUnreadable('entries', { cause });
  }
}

function totalOf(total: unknown, count: number): number {
  const isSane = typeof total === 'number' && Number.isInteger(total) && total >= count && total <= MOST_POSTS;
  return isSane ? total : count;
}

function postOf(fields: readonly Field[]): Post[] {
  const address = addressIn(fields);
  const id = postIdOf(address);
  const title = cleanText(stringsIn(valuesNamed(fields, /^title$/))[0]);
  if (!id || !title) return [];
  return [
    {
      id,
      url: postUrlOf(address),
      title,
      date: dayIn(fields),
      excerpt: excerptIn(fields),
      categories: categoriesIn(fields),
      image: pictureIn(fields),
    },
  ];
}
