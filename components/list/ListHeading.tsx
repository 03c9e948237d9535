import { i18n } from '#i18n';
import type { ReadingList } from '../../lib/list/reading-list.ts';
import type { PostId } from '../../lib/post.ts';

interface Props {
  readonly list: ReadingList;
  readonly name: string;
  readonly ids: readonly PostId[];
}

/** What is listed, and what can be done with all of it. */
export function ListHeading({ list, name, ids }: Props) {
  const selected = list.selection.ids.value.size;
  const isAll = selected === ids.length;
  const isUnread = list.choice.value.view === 'unread' && !list.searching.found.value;
  return (
    <div class="list-heading">
      <input
        ref={(box) => {
          if (box) box.indeterminate = selected > 0 && !isAll;
        }}
        type="checkbox"
        checked={isAll}
        title={i18n.t('selection.all')}
        aria-label={i18n.t('selection.all')}
        onClick={isAll ? list.selection.clear : list.selection.selectAll}
      />
      <h2>{name}</h2>
      {isUnread && (
        <button type="button" onClick={list.markAllRead}>
          {i18n.t('mark.allRead')}
        </button>
      )}
    </div>
  );
}
