import type { Told } from '../lib/checking.ts';
import { toldText } from '../lib/health-text.ts';

/** Says what came of the check that was asked for last. */
export function CheckStatus({ told }: { readonly told: Told | undefined }) {
  return (
    <p class="check-status" role="status">
      {told && toldText(told, Date.now())}
    </p>
  );
}
