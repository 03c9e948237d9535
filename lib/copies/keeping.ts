import { type ReadonlySignal, signal } from '@preact/signals';
import { storage } from 'wxt/utils/storage';

/** When the reader was asked whether the browser is to keep the copies for good, in ms since 1970; 0 if never. */
const askedItem = storage.defineItem<number>('local:keeping-asked', { fallback: 0 });

/**
 * Whether the browser keeps what we store even when the device runs out of room (Storage Standard, 4). `open`: nobody has been
 * asked yet.
 */
type Keeping = 'open' | 'kept' | 'notKept';

/** Whether the browser keeps the copies for good, and the asking for that. */
interface KeepingModel {
  /** Undefined until it is read. */
  readonly keeping: ReadonlySignal<Keeping | undefined>;
  /** Has the browser decide, or ask the reader. */
  ask(): Promise<void>;
  /** The reader does not want to be asked. */
  decline(): Promise<void>;
  /** Nobody looks at it any more. */
  stop(): void;
}

/** Reads whether the browser keeps the copies for good, and can ask for that. */
export function createKeeping(): KeepingModel {
  const keeping = signal<Keeping>();
  let isAsking = false;
  const read = async () => {
    const asked = (await askedItem.getValue()) > 0;
    const isKept = await navigator.storage.persisted();
    // Who was told once is not asked again.
    keeping.value = isKept ? 'kept' : asked || keeping.peek() === 'notKept' ? 'notKept' : 'open';
  };
  read().catch(console.error);
  // It may be answered in another page.
  const stop = askedItem.watch(() => {
    if (!isAsking && keeping.peek() !== 'kept') read().catch(console.error);
  });
  return {
    keeping,
    async ask() {
      isAsking = true;
      // A popup is closed by the question of the browser.
      const noted = askedItem.setValue(Date.now());
      // It is waited for below.
      noted.catch(() => {});
      try {
        keeping.value = (await navigator.storage.persist()) ? 'kept' : 'notKept';
      } catch (error) {
        keeping.value = 'notKept';
        await noted.then(() => askedItem.removeValue());
        throw error;
      } finally {
        isAsking = false;
      }
      await noted;
      // The other pages have looked before it was answered.
      await askedItem.setValue(Date.now());
    },
    async decline() {
      await askedItem.setValue(Date.now());
      keeping.value = 'notKept';
    },
    stop,
  };
}
