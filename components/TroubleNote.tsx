import { troubleText } from '../lib/failure-text.ts';
import type { Health } from '../lib/health.ts';

/** Says which source of posts works, while another does not; nothing while all work, or none. */
export function TroubleNote({ health }: { readonly health: Health }) {
  const text = health.failingSince === undefined && troubleText(health);
  return text ? (
    <p class="trouble" role="note">
      {text}
    </p>
  ) : null;
}
