import { i18n } from '#i18n';
import { causeText } from '../../lib/cause-text.ts';
import { numberText } from '../../lib/number-text.ts';
import type { Backfill } from '../../lib/store/database.ts';

interface Props {
  readonly backfill: Backfill | undefined;
  /** How many posts the library has. */
  readonly count: number;
  readonly onFetch: () => void;
  /** The reader does not want it to be tried again. */
  readonly onLeave: () => void;
}

/** What came of fetching the older posts, if it was tried, and the button to begin or go on. */
export function BackfillResult({ backfill, count, onFetch, onLeave }: Props) {
  const isFailed = backfill?.status === 'failed';
  const text = backfill && resultText(backfill, count);
  return (
    <>
      <div role="status">{text && <p class={isFailed ? 'failure' : 'result'}>{text}</p>}</div>
      <div class="buttons">
        <button type="button" onClick={onFetch}>
          {i18n.t(`older.${actionOf(backfill)}`)}
        </button>
        {isFailed && (
          <button type="button" onClick={onLeave}>
            {i18n.t('older.leave')}
          </button>
        )}
      </div>
    </>
  );
}

function actionOf(backfill: Backfill | undefined): 'fetch' | 'again' | 'retry' | 'continue' {
  switch (backfill?.status) {
    case 'done':
      return 'again';
    case 'failed':
      return 'retry';
    case 'cancelled':
      return 'continue';
    default:
      return 'fetch';
  }
}

function resultText({ status, done, steps, added, total, failure }: Backfill, count: number): string | undefined {
  const came = i18n.t('older.added', added, [numberText(added)]);
  switch (status) {
    case 'done':
      return sentences(came, total !== undefined && i18n.t('older.share', [numberText(count), numberText(total)]));
    case 'cancelled':
      return i18n.t('older.stopped', added, [numberText(done), numberText(steps), numberText(added)]);
    case 'failed':
      return sentences(i18n.t('older.incomplete'), failure && causeText(failure), added > 0 && came);
    default:
      return undefined;
  }
}

function sentences(...texts: ReadonlyArray<string | false | undefined>): string {
  return texts.filter(Boolean).join(' ');
}
