import { type PostId, postIdOf } from '../post.ts';

/** The page of the reader that shows a post. */
export function readerPath(id: PostId): `/reader.html?post=${string}` {
  return `/reader.html?post=${encodeURIComponent(id).replaceAll('%2F', '/')}`;
}

/** The post that an address of the reader names; undefined if it names none. */
export function askedPost(search: string): PostId | undefined {
  const asked = new URLSearchParams(search).get('post');
  return asked ? postIdOf(`/${asked}`) : undefined;
}
