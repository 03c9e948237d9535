import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { mark, markOlder, undo } from './actions.ts';
import { getChosenFilter, storeChosenFilter } from './chosen-filter.ts';
import { countMatches } from './matches.ts';
import { FROM_BLOG_PAGES, requireBlogPage } from './message-guard.ts';
import { type Failed, type FromBlogPages, type Marked, onMessage, type Surroundings } from './messages.ts';
import { announceChange } from './revision.ts';
import { queryText } from './search/query.ts';
import { getSettings } from './settings.ts';
import { libraryFailureOf } from './store/library-failure.ts';
import { markOpened } from './store/marks.ts';
import { storeOpened, storeSeen } from './store/polls.ts';
import { shownOf } from './store/posts.ts';
import { storeProgress } from './store/progress.ts';
import { storeWords } from './store/texts.ts';
import { surroundingsOf } from './surroundings.ts';

type Name = keyof FromBlogPages;
type Data<N extends Name> = v.InferOutput<(typeof FROM_BLOG_PAGES)[N]>;
type Answer<N extends Name> = ReturnType<FromBlogPages[N]>;

/** Answers what the blog's pages ask; to be called in the first turn of the background. */
export function serveBlogPages(): void {
  serve('filterChosen', storeChosenFilter);
  serve('postsShown', async (ids) => {
    const [filter, hasKeyboard] = await Promise.all([getChosenFilter(), getHasKeyboard()]);
    return unlessClosed<Answer<'postsShown'>>({ states: [], wanted: [], filter, hasKeyboard }, async () => ({
      ...(await shownOf(ids)),
      filter,
      hasKeyboard,
    }));
  });
  serve('postsSeen', (posts) => announcing(() => storeSeen(posts)));
  serve('postOpened', async (post) => {
    const { readWhen } = await getSettings();
    return announcing(() => storeOpened(post, readWhen === 'opened'));
  });
  serve('postRead', ({ id, progress, isFinished }) =>
    announcing(async () => {
      const stored = await storeProgress(id, progress);
      return (isFinished && (await markOpened(id))) || stored;
    }),
  );
  serve('markPosts', ({ ids, mark: as }) => unlessClosed<Marked>({}, async () => ({ done: await mark(ids, as) })));
  serve('markOlder', (id) => unlessClosed<Marked>({}, async () => ({ done: await markOlder(id) })));
  serve('undo', (step) => unlessClosed<Marked>({}, async () => ({ done: await undo(step) })));
  serve('countMatches', ({ filter, ids }) =>
    unlessClosed<Answer<'countMatches'>>({}, async () => ({ count: await countMatches(filter, ids) })),
  );
  serve('showLibrary', async (filter) => {
    const query = new URLSearchParams({ q: queryText(filter), sort: filter.sort });
    await browser.tabs.create({ url: `${browser.runtime.getURL('/library.html')}?${query}` });
  });
  serve('surroundings', async ({ post, links, words }) => {
    const hasKeyboard = await getHasKeyboard();
    return unlessClosed<Surroundings>({ hasKeyboard }, async () => {
      // No page of the blog shows it, and extension pages hear of it anyway.
      await storeWords(post.id, words);
      return { ...(await surroundingsOf(post, links)), hasKeyboard };
    });
  });
}

async function getHasKeyboard(): Promise<boolean> {
  return (await getSettings()).keyboard;
}

/** Only our own script on the blog is answered, and only if what it sends makes sense. */
function serve<N extends Name>(name: N, answer: (data: Data<N>) => Promise<Answer<N>>): void {
  onMessage(name, async ({ data, sender }) => {
    requireBlogPage(sender);
    return answer(v.parse(FROM_BLOG_PAGES[name], data) as Data<N>);
  });
}

function announcing(store: () => Promise<boolean>): Promise<Failed> {
  return unlessClosed<Failed>({}, async () => {
    if (await store()) await announceChange();
    return {};
  });
}

/** Does something with the library; where it does not open, that is the answer. */
async function unlessClosed<A extends Failed>(nothing: A, work: () => Promise<A>): Promise<A> {
  try {
    return await work();
  } catch (error) {
    const closed = libraryFailureOf(error);
    if (!closed) throw error;
    return { ...nothing, failure: closed.failure };
  }
}
