import type { Post } from '../post.ts';
import { parsePage } from './article/dom.ts';
import { getArticle } from './article.ts';
import { articleHtml } from './article-html.ts';
import { countWords, getArticleText, piecesOf } from './article-text.ts';
import { getAuthors } from './authors.ts';
import { cut } from './text.ts';

/** What a post's own page tells. */
export interface PostPage {
  readonly post: Post;
  /** Plain text, white space collapsed. */
  readonly text: string;
  readonly words: number;
  readonly authors: readonly string[];
  /** The article as the blog has it, without title and feature picture; the `src` of each `img` is an address of `pictures`. */
  readonly html: string;
  /** Addresses of the originals of the pictures, absolute https, each once, the feature picture first. */
  readonly pictures: readonly string[];
}

/** So much of a text is kept, in characters: more than any post has. */
const LONGEST_ARTICLE = 200_000;

/** What the HTML of a post's own page tells; undefined if there is no text. Needs a DOM; nothing in the HTML is run or loaded. */
export function parsePostPage(address: string, html: string): PostPage | undefined {
  const page = parsePage(html);
  const post = getArticle(address, page);
  const element = getArticleText(page);
  if (!post || !element) return undefined;
  const pieces = piecesOf(element);
  const told = {
    post,
    text: cut(pieces.join(' ').trim(), LONGEST_ARTICLE),
    words: countWords(pieces),
    authors: getAuthors(page, element),
  };
  return { ...told, ...articleHtml(page, element, post) };
}
