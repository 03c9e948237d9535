import { i18n } from '#i18n';
import type { ReadingList } from '../../lib/list/reading-list.ts';
import { numberText } from '../../lib/number-text.ts';
import { MARKS, type Mark, type PostId } from '../../lib/post.ts';
import './SelectionBar.css';

/** What can be done with the selected posts. */
export function SelectionBar({ list }: { readonly list: ReadingList }) {
  const ids: readonly PostId[] = [...list.selection.ids.value];
  const marks = new Set(MARKS.filter((mark) => ids.some((id) => isNews(list, id, mark))));
  return (
    <section class="selection" aria-label={i18n.t('selection.name')}>
      <p>{i18n.t('selection.count', ids.length, [numberText(ids.length)])}</p>
      <div class="buttons">
        {MARKS.filter((mark) => marks.has(mark)).map((mark) => (
          <button key={mark} type="button" onClick={() => list.mark(ids, mark)}>
            {i18n.t(`mark.${mark}`)}
          </button>
        ))}
        <button type="button" onClick={() => list.open(ids, false)}>
          {i18n.t('list.openBehind')}
        </button>
        <button type="button" onClick={() => list.copyLinks(ids)}>
          {i18n.t('selection.copy', ids.length, [numberText(ids.length)])}
        </button>
        <button type="button" onClick={list.selection.clear}>
          {i18n.t('selection.clear')}
        </button>
      </div>
    </section>
  );
}

/** Whether a mark would change a post, as far as it is known: most of a long list is not read. */
function isNews(list: ReadingList, id: PostId, mark: Mark): boolean {
  const post = list.listing.postOf(id);
  if (!post) return true;
  if (mark === 'saved' || mark === 'unsaved') return (post.bookmarked ?? false) !== (mark === 'saved');
  return post.reading !== mark;
}
