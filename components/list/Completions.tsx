import { useComputed, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ReadingList } from '../../lib/list/reading-list.ts';
import type { Searching } from '../../lib/list/searching.ts';
import { type Completion, completionsOf } from '../../lib/search/completion.ts';
import './Completions.css';

interface Props {
  readonly list: Pick<ReadingList, 'categories' | 'readCategories'> & {
    readonly searching: Pick<Searching, 'text' | 'type'>;
  };
  readonly field: RefObject<HTMLInputElement | null>;
}

/** Offers what the reader may be about to type, below the field: a combobox with a list (ARIA Authoring Practices). */
export function Completions({ list, field }: Props) {
  const isOpen = useSignal(document.activeElement === field.current);
  const active = useSignal(-1);
  const caret = useSignal(field.current?.selectionStart ?? 0);
  const offered = useComputed(() => {
    const text = list.searching.text.value;
    const categories = list.categories.value;
    const names = categories.state === 'ready' ? categories.value.map(({ name }) => name) : [];
    return isOpen.value ? completionsOf(text, caret.value, names) : [];
  });
  const accept = useCallback(
    (completion: Completion) => {
      active.value = -1;
      caret.value = completion.caret;
      list.searching.type(completion.text);
      // The field has the text only once it is drawn.
      queueMicrotask(() => field.current?.setSelectionRange(completion.caret, completion.caret));
    },
    [list, field, active, caret],
  );

  useEffect(() => list.readCategories(), [list]);
  // Before anything else can be typed: whoever types faster than it is painted is offered something, too.
  useLayoutEffect(() => {
    const end = new AbortController();
    const open = (isNow: boolean) => () => {
      active.value = -1;
      caret.value = field.current?.selectionStart ?? 0;
      isOpen.value = isNow;
    };
    const onKey = (event: KeyboardEvent) => {
      const chosen = offered.value[active.value];
      const count = offered.value.length;
      if (count === 0) return;
      if (event.key === 'ArrowDown') active.value = (active.value + 1) % count;
      else if (event.key === 'ArrowUp') active.value = (Math.max(active.value, 0) + count - 1) % count;
      else if (event.key === 'Enter' && chosen) accept(chosen);
      else if (event.key === 'Escape') isOpen.value = false;
      else return;
      event.preventDefault();
    };
    const { signal } = end;
    field.current?.addEventListener('input', open(true), { signal });
    field.current?.addEventListener('focus', open(true), { signal });
    field.current?.addEventListener('blur', open(false), { signal });
    field.current?.addEventListener('keydown', onKey, { signal });
    return () => end.abort();
  }, [field, accept, active, caret, isOpen, offered]);
  useLayoutEffect(() => {
    field.current?.setAttribute('aria-expanded', String(offered.value.length > 0));
    if (offered.value[active.value]) field.current?.setAttribute('aria-activedescendant', optionId(active.value));
    else field.current?.removeAttribute('aria-activedescendant');
    document.getElementById(optionId(active.value))?.scrollIntoView({ block: 'nearest' });
  });

  return (
    <div id="completions" class="completions" role="listbox" aria-label={i18n.t('search.completions')}>
      {offered.value.map((completion, index) => (
        <div
          key={completion.text}
          id={optionId(index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active.value}
          // The field keeps the focus.
          onMouseDown={(event) => {
            event.preventDefault();
            accept(completion);
          }}
        >
          {labelText(completion)}
        </div>
      ))}
    </div>
  );
}

function labelText({ label }: Completion): string {
  return typeof label === 'string' ? label : i18n.t(`search.sign.${label.kind}`);
}

const optionId = (index: number) => `completion-${index}`;
