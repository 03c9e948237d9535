import { type Post, postIdOf } from '../post.ts';
import { postUrlOf } from './address.ts';
import { cleanText } from './text.ts';

/** The post that a page is, as far as its address and heading tell; undefined if the page is no post's. */
export function getArticle(address: string, root: ParentNode): Post | undefined {
  const id = postIdOf(address);
  if (!id) return undefined;
  const title = getHeading(root);
  return { id, url: postUrlOf(address), title, date: '', excerpt: '', categories: [], image: '' };
}

/** The heading of a page, empty if there is none. */
export function getHeading(root: ParentNode): string {
  return cleanText(root.querySelector('h1')?.textContent);
}
