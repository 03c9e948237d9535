import { intlFormatDistance } from 'date-fns/intlFormatDistance';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { PollState } from '../lib/store/database.ts';

interface Props {
  readonly poll: PollState;
  readonly checking: boolean;
  readonly onCheck: () => void;
}

const TICK_MS = 15_000;

/** When the blog was last read, and the button to read it now. */
export function CheckFooter({ poll, checking, onCheck }: Props) {
  const now = useNow();
  return (
    <footer>
      <p>{lastCheckText(poll, now)}</p>
      <button type="button" aria-disabled={checking} onClick={checking ? undefined : onCheck}>
        {i18n.t(checking ? 'check.running' : 'check.now')}
      </button>
    </footer>
  );
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function lastCheckText({ succeededAt, failure }: PollState, now: number): string {
  if (!succeededAt) return i18n.t('check.never');
  const ago = intlFormatDistance(Math.min(succeededAt, now), now, { locale: i18n.t('locale') });
  return i18n.t(failure ? 'check.lastGood' : 'check.last', [ago]);
}
