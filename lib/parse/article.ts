import { type Post, postIdOf } from '../post.ts';
import { postUrlOf } from './address.ts';
import { cleanText } from './text.ts';

/** The post that a page is, as far as its address and heading tell; undefined if the page is no post's. */
export function getArticle(address: string, root: ParentNode): Post | undefined {
  const id = postIdOf(address);
  const title = cleanText(root.querySelector('h1')?.textContent);
  if (!id) return undefined;
  return { id, url: postUrlOf(address), title, date: '', excerpt: '', categories: [], image: '' };
}
