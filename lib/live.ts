import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { liveQuery } from 'dexie';

/** The answer of a query that is asked again whenever what it read has changed. */
export type Live<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: unknown };

/**
 * A signal of a query's answer. It follows every change of the library, made in any context, and every signal that
 * `queryOf` reads while it makes the query. As long as there is no query it waits.
 */
export function live<T>(queryOf: () => (() => Promise<T>) | undefined): ReadonlySignal<Live<T>> {
  const answer = signal<Live<T>>({ state: 'waiting' });
  effect(() => {
    const query = queryOf();
    if (!query) return undefined;
    const subscription = liveQuery(query).subscribe({
      next: (value) => {
        answer.value = { state: 'ready', value };
      },
      error: (error: unknown) => {
        answer.value = { state: 'failed', error };
      },
    });
    return () => subscription.unsubscribe();
  });
  return answer;
}
