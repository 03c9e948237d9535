import { i18n } from '#i18n';
import { causeText } from '../../lib/cause-text.ts';
import type { Notice } from '../../lib/page/ask.ts';

interface Props {
  readonly notice: Notice | undefined;
  readonly onUndo: () => void;
}

/** Says what was done last, and offers to undo it; or why something did not work. */
export function NoticeLine({ notice, onUndo }: Props) {
  const isFailure = notice?.kind === 'failed';
  return (
    <div class="notice" data-empty={!notice}>
      <p role="status">{notice && !isFailure && textOf(notice)}</p>
      <p role="alert">{notice && isFailure && textOf(notice)}</p>
      {notice?.kind === 'done' && (
        <button type="button" class="plain" onClick={onUndo}>
          {i18n.t('mark.undo')}
        </button>
      )}
    </div>
  );
}

function textOf(notice: Notice): string {
  switch (notice.kind) {
    case 'done':
      return i18n.t(`done.${notice.done.mark}`, notice.done.count);
    case 'undone':
      return i18n.t('undone', notice.done.count);
    case 'failed':
      return notice.failure === 'unknown' ? i18n.t('failure.action') : causeText(notice.failure);
    default:
      return i18n.t(`notice.${notice.kind}`);
  }
}
