import { i18n } from '#i18n';
import type { Checking } from '../lib/checking.ts';

/** Reads the blog now. */
export function CheckButton({ checking }: { readonly checking: Checking }) {
  const running = checking.running.value;
  return (
    <button type="button" aria-disabled={running} onClick={running ? undefined : checking.check}>
      {i18n.t(running ? 'check.running' : 'check.now')}
    </button>
  );
}
