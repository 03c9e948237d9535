import type { RefObject } from 'preact';
import { i18n } from '#i18n';
import type { ReadingList } from '../../lib/list/reading-list.ts';
import { lazy } from '../lazy.tsx';
import { IconButton } from './IconButton.tsx';
import { SearchField } from './SearchField.tsx';

const ListOptions = lazy(() => import('./ListOptions.tsx').then(({ ListOptions }) => ListOptions));

interface Props {
  readonly list: ReadingList;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly hasOptions: boolean;
  readonly onOptions: () => void;
}

/** What is looked for, and how it is listed. */
export function ListBar({ list, field, hasOptions, onOptions }: Props) {
  return (
    <div class="list-bar">
      <SearchField list={list} field={field} />
      <IconButton icon="options" name={i18n.t('list.options')} expanded={hasOptions} onPress={onOptions} />
      {hasOptions && <ListOptions list={list} />}
    </div>
  );
}
