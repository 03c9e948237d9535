import { i18n } from '#i18n';
import type { ReadingList } from '../../lib/list/reading-list.ts';

/** Says what of the search was not understood as it was meant, it seems; undefined if all was. */
export function misreadText({ searching: { found } }: ReadingList): string | undefined {
  const misread = found.value?.state === 'ready' ? found.value.value.misread : undefined;
  return misread && i18n.t(`search.misread.${misread.wanted}`, [misread.raw]);
}
