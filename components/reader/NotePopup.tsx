import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { placeBy } from '../../lib/reader/place-by.ts';
import type { Reader } from '../../lib/reader/reader.ts';
import './NotePopup.css';

/** A note of the text, where it is referred to. */
export function NotePopup({ reader }: { readonly reader: Reader }) {
  const popup = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const note = reader.note.value;
  useLayoutEffect(() => {
    if (!note || !popup.current) return;
    content.current?.replaceChildren(note.content);
    popup.current.showPopover();
    placeBy(note.link, popup.current);
    popup.current.focus({ preventScroll: true });
  }, [note]);
  return (
    <div
      ref={popup}
      class="note"
      popover="auto"
      role="dialog"
      tabIndex={-1}
      aria-label={i18n.t('reader.footnote', [note?.name ?? ''])}
      onToggle={({ newState }) => {
        if (newState === 'open' || !note) return;
        reader.closeNote();
        if (document.activeElement === document.body) note.link.focus({ preventScroll: true });
      }}
    >
      <div ref={content} lang="en" />
      <button type="button" class="link" onClick={() => popup.current?.hidePopover()}>
        {i18n.t('reader.closeNote')}
      </button>
    </div>
  );
}
