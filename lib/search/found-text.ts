import { i18n } from '#i18n';
import type { LibraryPost, PostText } from '../store/database.ts';
import { findingsIn, type Sought, weightOf, wholeWeight } from './findings.ts';
import { snippetOf } from './highlight.ts';

type Told = Pick<LibraryPost, 'title' | 'categories' | 'excerpt'>;

/** Whether title, categories and excerpt of a post tell all that was found in it. */
export function isTold(post: Told, sought: Sought): boolean {
  return weightWith(post, sought, post.excerpt) >= wholeWeight(sought);
}

/**
 * What tells best why a post was found, beside its title and its categories: who wrote it or a part of its text; undefined if
 * its excerpt tells as much.
 */
export function foundText(
  post: Told,
  sought: Sought,
  { text, authors }: Pick<PostText, 'text' | 'authors'>,
): string | undefined {
  const told = weightWith(post, sought, post.excerpt);
  const byline = authors.length > 0 ? i18n.t('search.by', [authors.join(', ')]) : '';
  const [best] = [byline, snippetOf(text, sought) ?? '']
    .map((text) => ({ text, weight: weightWith(post, sought, text) }))
    .filter(({ weight }) => weight > told)
    .sort((a, b) => b.weight - a.weight);
  return best?.text;
}

/** How much is found where this text stands in place of the excerpt. */
function weightWith({ title, categories }: Told, sought: Sought, text: string): number {
  return weightOf([title, ...categories, text].flatMap((shown) => [...findingsIn(shown, sought)]));
}
