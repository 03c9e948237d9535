import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ReadingList } from '../../lib/list/reading-list.ts';
import { lazy } from '../lazy.tsx';

const Completions = lazy(() => import('./Completions.tsx').then(({ Completions }) => Completions));

interface Props {
  readonly list: ReadingList;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** Searches the library while the reader types. */
export function SearchField({ list, field }: Props) {
  const [wasUsed, setUsed] = useState(false);
  const name = i18n.t('search.name');
  return (
    <search class="search">
      <input
        ref={field}
        type="search"
        // biome-ignore lint/a11y/noRedundantRoles: without a list of the browser's own it would be a search box
        role="combobox"
        list={undefined}
        aria-autocomplete="list"
        aria-controls="completions"
        aria-expanded="false"
        aria-label={name}
        placeholder={name}
        autocomplete="off"
        spellcheck={false}
        value={list.searching.text.value}
        onFocus={() => {
          list.searching.prepare();
          setUsed(true);
        }}
        onInput={({ currentTarget }) => list.searching.type(currentTarget.value)}
      />
      {wasUsed && <Completions list={list} field={field} />}
    </search>
  );
}
