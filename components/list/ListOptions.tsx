import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { DENSITIES, GROUPS } from '../../lib/list/list-choice.ts';
import type { ReadingList } from '../../lib/list/reading-list.ts';
import { SORTS } from '../../lib/store/lists.ts';
import { Select } from './Select.tsx';
import './ListOptions.css';

/** Chooses which posts of a view are listed, and how. */
export function ListOptions({ list }: { readonly list: ReadingList }) {
  const choice = list.choice.value;
  const categories = list.categories.value;
  useEffect(() => list.readCategories(), [list]);
  const isSearching = list.searching.found.value !== undefined;
  const names = categories.state === 'ready' ? categories.value : [];
  const known = names.some(({ key }) => key === choice.category) || choice.category === '';
  return (
    <section class="list-options" aria-label={i18n.t('list.options')}>
      <Select
        label={i18n.t('list.category')}
        isOff={isSearching}
        value={isSearching ? '' : choice.category}
        options={[
          ['', i18n.t('list.everyCategory')],
          ...names.map(({ key, name }) => [key, name] as const),
          // One that no post has any more, to be let go of.
          ...(known ? [] : [[choice.category, choice.category] as const]),
        ]}
        onChoose={(category) => list.choose({ category })}
      />
      <Select
        label={i18n.t('list.sort')}
        isOff={isSearching}
        value={choice.sort}
        options={SORTS.map((sort) => [sort, i18n.t(`sort.${sort}`)])}
        onChoose={(sort) => list.choose({ sort })}
      />
      <Select
        label={i18n.t('list.group')}
        isOff={isSearching}
        value={choice.group}
        options={GROUPS.map((group) => [group, i18n.t(`group.${group}`)])}
        onChoose={(group) => list.choose({ group })}
      />
      <Select
        label={i18n.t('list.density')}
        value={choice.density}
        options={DENSITIES.map((density) => [density, i18n.t(`density.${density}`)])}
        onChoose={(density) => list.choose({ density })}
      />
    </section>
  );
}
