import { type ReadonlySignal, signal } from '@preact/signals';
import { fetchOlderPosts, startAnew } from './actions.ts';
import { changeSettings, type SettingsChange } from './change-settings.ts';
import { type Checking, createChecking } from './checking.ts';
import { type Live, live } from './live.ts';
import { liveSettings } from './live-item.ts';
import { liveNotifyPermission, requestNotifyPermission } from './notify-permission.ts';
import type { Settings } from './settings.ts';
import { backfillState, endBackfill } from './store/backfill.ts';
import { type Backfill, openLibrary } from './store/database.ts';
import { allCategories, countAllPosts } from './store/posts.ts';

/** The options page's one view of the library. */
export interface LibraryView {
  readonly count: number;
  /** The names of the posts' categories, each as often as there are posts with it. */
  readonly categories: readonly string[];
  readonly backfill: Backfill | undefined;
}

/** What came of the reader's last action, as it is announced. */
export type Outcome = 'saved' | 'deleted' | 'failed';

/** What the reader can choose, and what there is to know for that. No action rejects: a failure becomes an outcome. */
export interface Options {
  readonly settings: ReadonlySignal<Settings | undefined>;
  readonly library: ReadonlySignal<Live<LibraryView>>;
  readonly checking: Checking;
  /** Whether the browser lets us notify. */
  readonly mayNotify: ReadonlySignal<boolean | undefined>;
  /** Whether it was asked to let us, and has not. */
  readonly refused: ReadonlySignal<boolean>;
  readonly outcome: ReadonlySignal<Outcome | undefined>;
  change(changeOf: SettingsChange): Promise<void>;
  /** To be called in the very turn in which the reader presses the control. */
  setNotify(on: boolean): Promise<void>;
  fetchOlder(): Promise<void>;
  cancelOlder(): Promise<void>;
  /** Deletes the library, and has the blog read as for the first time. */
  startAnew(): Promise<void>;
}

/** So long it is said that something was done. */
const OUTCOME_MS = 5000;

export function createOptions(): Options {
  const checking = createChecking();
  const outcome = signal<Outcome>();
  const refused = signal(false);
  const query = signal({ read: readLibrary });
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function act(action: () => Promise<Outcome | undefined>): Promise<void> {
    let next: Outcome | undefined;
    // What is said again would not be announced again.
    announce(undefined);
    try {
      next = await action();
    } catch (error) {
      console.error(error);
      next = 'failed';
    }
    announce(next);
  }

  function announce(next: Outcome | undefined): void {
    clearTimeout(timer);
    outcome.value = next;
    if (next !== 'failed') timer = setTimeout(() => announce(undefined), OUTCOME_MS);
  }

  async function save(changeOf: SettingsChange): Promise<Outcome> {
    await changeSettings(changeOf);
    return 'saved';
  }

  return {
    settings: liveSettings(),
    library: live(() => query.value.read),
    checking,
    mayNotify: liveNotifyPermission(),
    refused,
    outcome,
    change: (changeOf) => act(() => save(changeOf)),
    setNotify: (on) =>
      act(async () => {
        refused.value = on && !(await requestNotifyPermission());
        return refused.value ? undefined : save(() => ({ notify: on }));
      }),
    fetchOlder: () => act(async () => void (await fetchOlderPosts())),
    cancelOlder: () => act(async () => void (await endBackfill('cancelled'))),
    startAnew: () =>
      act(async () => {
        await startAnew();
        // Of a library that did not open nothing is followed any more.
        await openLibrary();
        query.value = { read: readLibrary };
        void checking.checkFirst();
        return 'deleted';
      }),
  };
}

async function readLibrary(): Promise<LibraryView> {
  const [count, categories, backfill] = await Promise.all([countAllPosts(), allCategories(), backfillState()]);
  return { count, categories, backfill };
}
