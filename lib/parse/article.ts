import { APART, ARTICLE_ERAS } from '../blog/article-selectors.ts';
import { originalImage } from '../blog/image.ts';
import { type Post, postIdOf } from '../post.ts';
import { postUrlOf } from './address.ts';
import { cleanCategories } from './categories.ts';
import { dayOfText } from './date.ts';
import { cleanText } from './text.ts';

/**
 * The post that a page is; undefined if the page is no post's. What the page shows may still be of the page before, as long
 * as its heading is.
 */
export function getArticle(address: string, root: ParentNode): Post | undefined {
  const id = postIdOf(address);
  if (!id) return undefined;
  return { id, url: postUrlOf(address), title: getHeading(root), excerpt: '', ...factsOf(root) };
}

/** The heading of a page, empty if there is none. */
export function getHeading(root: ParentNode): string {
  return cleanText(root.querySelector('h1')?.textContent);
}

function factsOf(root: ParentNode): Pick<Post, 'date' | 'categories' | 'image'> {
  const era = ARTICLE_ERAS.find(({ text }) => root.querySelector(text));
  if (!era) return { date: '', categories: [], image: '' };
  const [text, title] = [root.querySelector(era.text), root.querySelector('h1')];
  const all = (selector: string): Element[] =>
    [...root.querySelectorAll(selector)].filter(
      (found) => !text?.contains(found) && found.closest(APART)?.contains(title) !== false,
    );
  const links = all(era.category);
  // Beside its categories a post may have tags, which are others, and many.
  const categories = links.filter((link) => link.getAttribute('href')?.includes('/category/'));
  return {
    date: all(era.date).map(dateOf).find(Boolean) ?? '',
    categories: cleanCategories((categories.length > 0 ? categories : links).map((link) => link.textContent)),
    image: all(era.image).map(imageOf).find(Boolean) ?? '',
  };
}

function dateOf(element: Element): string {
  return dayOfText(element.getAttribute('datetime') ?? '') || dayOfText(cleanText(element.textContent));
}

function imageOf(element: Element): string {
  return originalImage(element.getAttribute('src') ?? '');
}
