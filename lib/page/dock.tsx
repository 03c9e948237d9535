import { effect, signal } from '@preact/signals-core';
import { KeyHelp, type KeyNames } from '../../components/KeyHelp.tsx';
import dockCss from '../../components/page/dock.css?inline';
import { ListingDock } from '../../components/page/ListingDock.tsx';
import { DOCK } from './footprint.ts';
import type { Listing } from './listing.ts';
import { followScheme } from './scheme.ts';
import { createShadowHost, drawIn, rootOf } from './shadow.ts';

/** What floats above a listing page. */
export interface Dock {
  /** Opens the filter and goes to its words, or to its categories. */
  goTo(part: 'words' | 'categories'): void;
  help(): void;
  /** Closes the filter; answers whether it was open. */
  close(): boolean;
  /** Whether the reader has something open that keys belong to. */
  isModal(): boolean;
  stop(): void;
}

/** The keys of a listing page. */
const KEYS: KeyNames = [
  ['j', 'next'],
  ['k', 'previous'],
  ['o', 'open'],
  ['m', 'mark'],
  ['s', 'save'],
  ['/', 'words'],
  ['f', 'filter'],
  ['Esc', 'clear'],
  ['u', 'undo'],
  ['?', 'help'],
];

const PARTS = { words: 'input', categories: 'fieldset button' } as const;

/** Shows the dock as long as the page has posts that the library knows. */
export function createDock(listing: Listing): Dock {
  const host = createShadowHost(DOCK, [dockCss]);
  const end = new AbortController();
  const isOpen = signal(false);
  const isHelpOpen = signal(false);
  const set = (open: typeof isOpen, value: boolean) => () => {
    open.value = value;
  };

  followScheme(host, end.signal);
  const stop = effect(() => {
    const isKnown = listing.states.value.size > 0 || listing.notice.value !== undefined;
    const isUseful = listing.counts.value.total > 0 && isKnown;
    place(host, isUseful);
    drawIn(
      host,
      isUseful && (
        <>
          <ListingDock
            listing={listing}
            isOpen={isOpen.value}
            onToggle={set(isOpen, !isOpen.value)}
            onHelp={set(isHelpOpen, true)}
          />
          {isHelpOpen.value && <KeyHelp keys={KEYS} onClose={set(isHelpOpen, false)} />}
        </>
      ),
    );
  });

  return {
    goTo(part) {
      isOpen.value = true;
      host.shadowRoot?.querySelector<HTMLElement>(PARTS[part])?.focus();
    },
    help: set(isHelpOpen, true),
    close() {
      const wasOpen = isOpen.value;
      isOpen.value = false;
      return wasOpen;
    },
    // The dialog's `close` event comes a task after it has closed: a quick key must not be lost to that.
    isModal: () => rootOf(host).querySelector('dialog[open]') !== null,
    stop() {
      end.abort();
      stop();
    },
  };
}

function place(host: HTMLElement, isUseful: boolean): void {
  if (!isUseful) host.remove();
  else if (!host.isConnected) document.body.append(host);
}
