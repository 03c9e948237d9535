import type { LiveLook } from './live-look.ts';
import { stepped } from './look.ts';
import type { Reader } from './reader.ts';

/** What a key does; false if there was nothing to do, and the key is the browser's. */
type Keys = Readonly<Record<string, () => unknown>>;

/** What the page does on keys itself. */
export interface PageKeys {
  toggleContents(): void;
  toggleLook(): void;
  help(): void;
}

/** Where keys write, or choose. */
const FIELDS = 'input:not([type="checkbox"]), textarea, select, [contenteditable]';

/** Has keys do something in the reader, as long as single keys are on: never while the reader types. */
export function followReaderKeys(reader: Reader, page: PageKeys, signal: AbortSignal): void {
  const single = singleKeys(reader, page);
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || event.isComposing || event.altKey || isTaken(event)) return;
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      const isSingle = !event.ctrlKey && !event.metaKey && reader.settings.value?.keyboard;
      const key = isUndo ? single['u'] : isSingle ? single[event.key] : undefined;
      if (key && key() !== false) event.preventDefault();
    },
    { signal },
  );
}

function singleKeys(reader: Reader, page: PageKeys): Keys {
  const saved = () => (reader.saved.value.state === 'ready' ? reader.saved.value.value : undefined);
  const onPost = (work: (post: NonNullable<ReturnType<typeof saved>>['post'] & {}) => unknown) => () => {
    const post = saved()?.post;
    return post ? work(post) : false;
  };
  const click = (selector: string) => () => {
    const link = document.querySelector<HTMLElement>(selector);
    link?.click();
    return link !== null;
  };
  return {
    j: click('a[data-way="earlier"]'),
    k: click('a[data-way="later"]'),
    o: click('a[data-way="original"]'),
    m: onPost(({ reading }) => void reader.mark(reading === 'read' ? 'unread' : 'read')),
    s: onPost(({ bookmarked }) => void reader.mark(bookmarked ? 'unsaved' : 'saved')),
    e: onPost(() => void reader.mark('archived')),
    c: () => void reader.copyLink(),
    u: () => void reader.undo(),
    t: page.toggleContents,
    a: page.toggleLook,
    '+': () => enlarge(reader.looks, 1),
    '-': () => enlarge(reader.looks, -1),
    '?': page.help,
  };
}

function enlarge(looks: LiveLook, steps: number): void {
  const { size } = stepped(looks.look.peek(), 'size', steps);
  looks.change({ size });
}

function isTaken({ target }: KeyboardEvent): boolean {
  return document.querySelector(':modal') !== null || (target instanceof Element && target.closest(FIELDS) !== null);
}
