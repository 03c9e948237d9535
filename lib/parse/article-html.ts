import { ARTICLE_ERAS } from '../blog/article-selectors.ts';
import type { Post } from '../post.ts';
import { removeClutter, removeOtherPosts } from './article/clutter.ts';
import { settleCode } from './article/code.ts';
import { settleEmbeds } from './article/embeds.ts';
import { findArticle } from './article/find.ts';
import { settleLinks } from './article/links.ts';
import { settleMath } from './article/math.ts';
import { settleNotes } from './article/notes.ts';
import { isSamePicture, settlePictures } from './article/pictures.ts';
import { tidyCopy } from './article/tidy.ts';

/** What a post's page shows of the post. */
export interface ArticleHtml {
  readonly html: string;
  readonly pictures: readonly string[];
}

/**
 * The text of a post as plain HTML, and its pictures; given the element of its page that holds the text. Nothing of the page stays
 * as it was.
 */
export function articleHtml(page: Document, text: Element, post: Post): ArticleHtml {
  const isKnown = ARTICLE_ERAS.some((era) => text.matches(era.text));
  const whole = isKnown ? text : page.body;
  settleMath(whole);
  settlePictures(whole);
  settleEmbeds(whole);
  settleCode(whole);
  removeClutter(whole, text);
  settleLinks(whole, post);
  const found = isKnown ? text : findArticle(page, page.contains(text) ? text : page.body, post.title);
  if (!isKnown) removeOtherPosts(found);
  settleNotes(found);
  const article = tidyCopy(found);
  removeFeature(article, post.image);
  const shown = [...article.querySelectorAll('img')].map((img) => img.getAttribute('src') ?? '');
  return {
    html: [...article.children].map((block) => block.outerHTML).join('\n'),
    pictures: [...new Set([post.image, ...shown])].filter(Boolean),
  };
}

/** The feature picture stands above the text already. */
function removeFeature(article: Element, feature: string): void {
  const first = article.firstElementChild;
  const [img, another] = first?.localName === 'figure' ? first.querySelectorAll('img') : [];
  if (first && img && !another && isSamePicture(feature, img.getAttribute('src') ?? '')) first.remove();
}
