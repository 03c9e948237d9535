import { intlFormatDistance } from 'date-fns/intlFormatDistance';
import { i18n } from '#i18n';
import type { PollState } from '../lib/store/database.ts';

interface Props {
  readonly poll: PollState;
  readonly checking: boolean;
  readonly onCheck: () => void;
}

/** When the blog was last read, and the button to read it now. */
export function CheckFooter({ poll, checking, onCheck }: Props) {
  return (
    <footer>
      <p>{lastCheckText(poll)}</p>
      <button type="button" class="quiet" aria-disabled={checking} onClick={checking ? undefined : onCheck}>
        {i18n.t(checking ? 'check.running' : 'check.now')}
      </button>
    </footer>
  );
}

function lastCheckText({ succeededAt, failure }: PollState): string {
  if (!succeededAt) return i18n.t('check.never');
  const ago = intlFormatDistance(succeededAt, Date.now(), { locale: i18n.t('locale') });
  return i18n.t(failure ? 'check.lastGood' : 'check.last', [ago]);
}
