import { i18n } from '#i18n';
import type { Health } from '../lib/health.ts';
import { dayText } from '../lib/time-text.ts';

/** So long it is told. */
const TOLD_MS = 7 * 86_400_000;

/** Says for some days that the browser had lost the library. */
export function LostNote({ health: { libraryLostAt } }: { readonly health: Health }) {
  if (libraryLostAt === undefined || Date.now() - libraryLostAt > TOLD_MS) return null;
  return (
    <p class="failure" role="note">
      {i18n.t('lost', [dayText(libraryLostAt)])}
    </p>
  );
}
