import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import Dexie, { liveQuery } from 'dexie';
import { browser } from 'wxt/browser';
import { afterPaint } from './after-paint.ts';
import { LibraryClosed } from './errors.ts';
import { openLibrary } from './store/database.ts';

/** The answer of a query that is asked again whenever what it read has changed. */
export type Live<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

interface LiveOptions {
  /**
   * Whether it is asked at once, as urgent, and followed once the answer is painted. Dexie's live queries ask in a task of their
   * own: behind the frame that shows what the reader has typed.
   */
  readonly isUrgent?: boolean;
  /** Whether it takes long, and is asked again only once nothing has changed for a moment: behind what the reader waits for. */
  readonly isPatient?: boolean;
}

const MOMENT_MS = 100;

/**
 * A signal of a query's answer. It follows every change of the library, made in any context, and every signal that
 * `queryOf` reads while it makes the query. As long as there is no query it waits. In a private window nothing is asked:
 * Firefox would answer with a library of that window alone, which is empty.
 */
export function live<T>(
  queryOf: () => ((isUrgent?: boolean) => Promise<T>) | undefined,
  { isUrgent = false, isPatient = false }: LiveOptions = {},
): ReadonlySignal<Live<T>> {
  const answer = signal<Live<T>>({ state: 'waiting' });
  const fail = (error: unknown) => {
    answer.value = { state: 'failed', error };
  };
  if (browser.extension.inIncognitoContext) {
    fail(new LibraryClosed('libraryPrivate'));
    return answer;
  }
  // It opens while the query waits for what it needs; of one that does not open Dexie's live queries say nothing.
  openLibrary().catch(fail);
  const queryOrFail = () => {
    try {
      return queryOf();
    } catch (error) {
      fail(error);
      return undefined;
    }
  };
  effect(() => {
    const query = queryOrFail();
    if (!query) return undefined;
    const end = new AbortController();
    const tell = (value: T) => {
      if (!end.signal.aborted) answer.value = { state: 'ready', value };
    };
    const follow = () => {
      // Dexie follows an async function through all that it waits for, but not one that only calls such a function.
      const subscription = liveQuery(isPatient ? patient(query) : query).subscribe({ next: tell, error: fail });
      end.signal.addEventListener('abort', () => subscription.unsubscribe());
    };
    // What goes wrong is told by the live query.
    if (isUrgent)
      untracked(() => query(true))
        .then(tell, () => {})
        .finally(() => afterPaint(follow, end.signal));
    else follow();
    return () => end.abort();
  });
  return answer;
}

/** Dexie drops the answer of a query that it has asked again since. */
function patient<T>(query: () => Promise<T>): () => Promise<T> {
  let turn = 0;
  return () => {
    turn += 1;
    const own = turn;
    if (own === 1) return query();
    // Of a promise that is not Dexie's own it would not know that what follows belongs to the live query.
    const pause = new Dexie.Promise<void>((resolve) => setTimeout(resolve, MOMENT_MS));
    return pause.then(() => (own === turn ? query() : new Dexie.Promise<T>(() => {})));
  };
}
