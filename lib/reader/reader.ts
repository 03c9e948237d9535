import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { afterPaint } from '../after-paint.ts';
import type { Live } from '../live.ts';
import { liveSettings } from '../live-item.ts';
import { createNotices, type Notice } from '../notices.ts';
import type { Mark, PostId } from '../post.ts';
import type { Settings } from '../settings.ts';
import { stateOf } from '../store/post-state.ts';
import type { SavedPost } from '../store/read-copies.ts';
import type { EarlyPost } from './early.ts';
import { contentOf, type Footnote } from './footnotes.ts';
import type { Heading } from './headings.ts';
import type { LiveLook } from './live-look.ts';
import type { ZoomedPicture } from './pictures.ts';
import { createPlaces, type Places } from './place.ts';
import { showArticle } from './shown-article.ts';

/** Nothing of it is needed before the text is there; a page that is left cannot wait for it any more. */
let reading: typeof import('./note-reading.ts') | undefined;
const loadReading = async () => {
  reading ??= await import('./note-reading.ts');
  return reading;
};
/** What is not read early. */
const AROUND_UNKNOWN = { saving: undefined, earlier: undefined, later: undefined };

/** The note that is shown over the text. */
interface ShownNote {
  readonly link: HTMLElement;
  readonly name: string;
  readonly content: DocumentFragment;
}

/** The reader page. No action rejects: a failure becomes a notice. */
export interface Reader extends Omit<Places, 'follow'> {
  /** Undefined if the address of the page names no post. */
  readonly id: PostId | undefined;
  readonly saved: ReadonlySignal<Live<SavedPost>>;
  readonly settings: ReadonlySignal<Settings | undefined>;
  readonly looks: LiveLook;
  readonly notice: ReadonlySignal<Notice | undefined>;
  /** What was done that there is nothing to undo of. */
  readonly told: ReadonlySignal<'codeCopied' | undefined>;
  readonly headings: ReadonlySignal<readonly Heading[]>;
  readonly zoomed: ReadonlySignal<ZoomedPicture | undefined>;
  readonly note: ReadonlySignal<ShownNote | undefined>;
  /** Shows the text in this element, where the reader has left it; answers how to end that. */
  show(
    element: HTMLElement,
    text: { readonly html: string; readonly copy: NonNullable<SavedPost['copy']> },
  ): () => void;
  mark(as: Mark): Promise<void>;
  undo(): Promise<void>;
  /** Has something follow that the page needs, and says so where that fails. */
  quietly(work: () => Promise<void>): Promise<void>;
  /** Takes back what there was to say. */
  dismiss(): void;
  copyLink(): Promise<void>;
  zoom(picture: ZoomedPicture | undefined): void;
  closeNote(): void;
}

/** The reader of the post with this id. */
export function createReader(id: PostId | undefined, looks: LiveLook): Reader {
  const saved = savedOf(id);
  const notices = createNotices();
  const told = signal<'codeCopied'>();
  const headings = signal<readonly Heading[]>([]);
  const zoomed = signal<ZoomedPicture>();
  const note = signal<ShownNote>();
  let isFirst = isOpenedAnew();

  const value = () => (saved.value.state === 'ready' ? saved.value.value : undefined);
  const keptId = () => (saved.peek().state === 'ready' ? value()?.id : undefined);

  const storedPlace = () => {
    const post = value()?.post;
    return post && stateOf(post).place;
  };
  const { follow, ...places } = createPlaces(storedPlace, headings, (place, isFinished) => {
    const kept = keptId();
    if (!kept) return;
    if (isFinished) void notices.mark(async () => (await loadReading()).storeFinished(kept, place));
    else void notices.quietly(async () => (reading ?? (await loadReading())).storePlace(kept, place));
  });

  const show: Reader['show'] = (element, shown) => {
    const end = new AbortController();
    const settled = showArticle(
      element,
      { ...shown, isFromStart: isFirst && location.hash === '' && storedPlace() === undefined },
      {
        tellHeadings: (found) => {
          headings.value = found;
        },
        zoom: (picture) => {
          zoomed.value = picture;
        },
        copyCode,
        quietly: notices.quietly,
        showNote: (footnote) => {
          note.value = noteOf(footnote);
        },
      },
      end.signal,
    );
    follow(element, settled, shown.copy.words, end.signal);
    const isOpened = isFirst;
    const followReading = async () => {
      const { noteOpened } = await loadReading();
      if (isOpened) await noteOpened(shown.copy.id);
    };
    afterPaint(() => void notices.quietly(followReading), end.signal);
    isFirst = false;
    return () => end.abort();
  };

  async function copyCode(code: string): Promise<boolean> {
    told.value = undefined;
    await notices.quietly(async () => {
      await navigator.clipboard.writeText(code);
      told.value = 'codeCopied';
    });
    return told.value !== undefined;
  }

  return {
    id,
    saved,
    settings: liveSettings(),
    looks,
    notice: notices.notice,
    quietly: notices.quietly,
    told,
    headings,
    ...places,
    zoomed,
    note,
    show,
    async mark(as) {
      const kept = keptId();
      if (kept) await notices.mark(async () => (await import('../actions.ts')).mark([kept], as));
    },
    undo: () =>
      notices.undo(async (step) => {
        const { hasUndo, undo } = await import('../actions.ts');
        return { done: await undo(step), hasMore: await hasUndo() };
      }),
    dismiss: notices.dismiss,
    async copyLink() {
      const { copy, post } = value() ?? {};
      const url = copy?.url ?? post?.url;
      if (!url) return;
      await notices.tell(async () => {
        await navigator.clipboard.writeText(url);
        return { kind: 'copied', count: 1 };
      });
    },
    zoom(picture) {
      zoomed.value = picture;
    },
    closeNote() {
      note.value = undefined;
    },
  };
}

/** The post, as it was read early for as long as there is nothing newer: to open the library takes longer than to read in it. */
function savedOf(id: PostId | undefined): ReadonlySignal<Live<SavedPost>> {
  const early = signal<EarlyPost>();
  const found = signal<ReadonlySignal<Live<SavedPost>>>();
  const follow = async () => {
    try {
      found.value = (await import('./follow-saved.ts')).followSaved(id);
    } catch (error) {
      found.value = signal({ state: 'failed', error });
    }
  };
  void (globalThis.linerNotesEarly ?? Promise.resolve(undefined)).then((post) => {
    early.value = post;
    if (post) afterPaint(follow);
    else void follow();
  });
  return computed(() => {
    const now = found.value?.value ?? { state: 'waiting' };
    if (now.state !== 'waiting' || !early.value) return now;
    return { state: 'ready', value: { ...AROUND_UNKNOWN, ...early.value, id: early.value.copy.id } };
  });
}

function noteOf(footnote: Footnote): ShownNote {
  return { link: footnote.link, name: footnote.link.textContent.replace(/[[\]\s]/g, ''), content: contentOf(footnote) };
}

function isOpenedAnew(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'navigate';
}
