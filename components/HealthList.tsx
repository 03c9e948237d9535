import type { Health } from '../lib/health.ts';
import { healthFacts } from '../lib/health-text.ts';
import { useNow } from './use-now.ts';

/** All that is known of the checks. */
export function HealthList({ health }: { readonly health: Health }) {
  return (
    <dl class="health">
      {healthFacts(health, useNow()).map(({ term, text }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
