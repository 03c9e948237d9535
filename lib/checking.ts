import { type ReadonlySignal, signal } from '@preact/signals';
import type { Health } from './health.ts';
import { liveHealth } from './live-item.ts';
import type { CheckAnswer } from './messages.ts';
import { createOnline } from './online.ts';
import { untilAnswered } from './until-answered.ts';

/** What there is to tell of the check that was asked for last; what has failed is in the health. */
export type Told = Exclude<CheckAnswer, { kind: 'failed' }> | { readonly kind: 'unanswered' | 'offline' };

/** How the checks of the blog go, and what the reader can do about it. No action rejects. */
export interface Checking {
  readonly health: ReadonlySignal<Health | undefined>;
  readonly online: ReadonlySignal<boolean>;
  readonly running: ReadonlySignal<boolean>;
  readonly told: ReadonlySignal<Told | undefined>;
  check(): Promise<void>;
  /** Checks the blog for the first time, though nobody asked for it; where a check is under way, this one joins it. */
  checkFirst(): Promise<void>;
}

export function createChecking(): Checking {
  const health = liveHealth();
  const running = signal(false);
  const told = signal<Told>();

  async function ask(byReader: boolean): Promise<CheckAnswer | { kind: 'unanswered' }> {
    running.value = true;
    try {
      const { sendMessage } = await import('./messages.ts');
      return await untilAnswered(() => sendMessage('checkNow', byReader));
    } catch (error) {
      console.error(error);
      return { kind: 'unanswered' };
    } finally {
      running.value = false;
    }
  }

  function tell(next: Told): void {
    told.value = next;
    if (next.kind === 'wait') setTimeout(() => told.value === next && forget(), next.until - Date.now());
  }

  function forget(): void {
    told.value = undefined;
  }

  return {
    health,
    online: createOnline(),
    running,
    told,
    async check() {
      // What is said again would not be announced again.
      forget();
      const answer = await ask(true);
      if (answer.kind !== 'failed') tell(answer);
      else if (answer.failure.code === 'offline') tell({ kind: 'offline' });
    },
    async checkFirst() {
      for (let answer = await ask(false); answer.kind !== 'checked'; answer = await ask(false)) {
        if (answer.kind === 'unanswered') return tell(answer);
        if (answer.kind === 'failed' || health.value?.checkedAt !== undefined) return;
        await pauseUntil(answer.until);
      }
    },
  };
}

function pauseUntil(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time - Date.now()));
}
