import { i18n } from '#i18n';
import type { Notice } from '../lib/notices.ts';

interface Props {
  readonly notice: Notice | undefined;
  readonly onUndo: () => void;
}

/** Says what was done last, and offers to undo it, until the next action. */
export function NoticeBar({ notice, onUndo }: Props) {
  return (
    <div class="notice" data-empty={!notice}>
      <p role="status">{notice && textOf(notice)}</p>
      {notice?.kind === 'marked' && (
        <button type="button" onClick={onUndo}>
          {i18n.t('mark.undo')}
        </button>
      )}
    </div>
  );
}

function textOf(notice: Notice): string {
  switch (notice.kind) {
    case 'marked':
      return i18n.t(`done.${notice.done.mark}`, notice.done.count);
    case 'undone':
      return i18n.t('mark.undone', notice.count);
    case 'failed':
      return i18n.t('failure.action');
  }
}
