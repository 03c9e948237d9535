import { getArticle } from '../parse/article.ts';
import type { Ask } from './ask.ts';
import { isShown, type Visit } from './visit.ts';

/**
 * Tells the background when the reader is on a post: the one that was loaded, and each that the page goes to later. To be
 * called whenever the page has changed. The title follows as soon as the page shows it: the library may lack the post.
 */
export function createOpenedPostReporter({ ask }: Ask): (visit: Visit) => Promise<void> {
  const told = new WeakMap<Visit, 'address' | 'title'>();
  return async (visit) => {
    const before = told.get(visit);
    const article = getArticle(location.href, document);
    if (!article || !visit.isArrival || before === 'title') return;
    const isKnown = isShown(visit) && article.title !== '';
    if (before === 'address' && !isKnown) return;
    told.set(visit, isKnown ? 'title' : 'address');
    const post = isKnown ? article : { ...article, title: '', date: '', categories: [], image: '' };
    const answer = await ask('postOpened', post);
    if (answer) return;
    // The next change of the page tries again.
    if (before) told.set(visit, before);
    else told.delete(visit);
  };
}
