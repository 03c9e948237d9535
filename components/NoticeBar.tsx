import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { canUndo, type Notice, type Undone } from '../lib/notices.ts';
import { numberText } from '../lib/number-text.ts';
import { onceIdle } from '../lib/once-idle.ts';
import { IconButton } from './list/IconButton.tsx';

/** So long a notice is there: what can be undone, somebody may have to think over. */
const SHOWN_MS = 10_000;
const SHOWN_WITH_UNDO_MS = 20_000;

interface Props {
  readonly notice: Notice | undefined;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** Says what was done last, and offers to undo it, for a while; why something did not work it says until it is dismissed. */
export function NoticeBar({ notice, onUndo, onDismiss }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  const offersUndo = notice !== undefined && canUndo(notice);
  useEffect(() => {
    if (!notice || notice.kind === 'failed') return undefined;
    const isUsed = () => bar.current?.matches(':hover, :focus-within') ?? false;
    return onceIdle(canUndo(notice) ? SHOWN_WITH_UNDO_MS : SHOWN_MS, isUsed, onDismiss);
  }, [notice, onDismiss]);
  return (
    <div ref={bar} class="notice" data-empty={!notice}>
      <p role="status">{notice && textOf(notice)}</p>
      {offersUndo && (
        <button type="button" onClick={({ detail }) => detail < 2 && onUndo()}>
          {i18n.t(notice.kind === 'undone' ? 'mark.undoMore' : 'mark.undo')}
        </button>
      )}
      {notice && <IconButton icon="close" name={i18n.t('notice.dismiss')} onPress={onDismiss} />}
    </div>
  );
}

function textOf(notice: Notice): string {
  switch (notice.kind) {
    case 'marked':
      return i18n.t(`done.${notice.done.mark}`, notice.done.count, [numberText(notice.done.count)]);
    case 'undone':
      return undoneText(notice);
    case 'copied':
      return i18n.t('selection.copied', notice.count, [numberText(notice.count)]);
    case 'failed':
      return i18n.t('failure.action');
    default:
      return i18n.t(`notice.${notice.kind}`);
  }
}

function undoneText({ done, hasMore }: Undone): string {
  if (!done) return i18n.t(hasMore ? 'notice.undoneBefore' : 'notice.nothingToUndo');
  return i18n.t(done.mark === 'read' && done.count > 0 ? 'mark.undone' : 'undone', done.count, [
    numberText(done.count),
  ]);
}
