import type { Health } from '../lib/health.ts';
import { healthFacts } from '../lib/health-facts.ts';
import { useNow } from './use-now.ts';
import './HealthList.css';

interface Props {
  readonly health: Health;
  readonly online: boolean;
}

/** All that is known of the checks. */
export function HealthList({ health, online }: Props) {
  return (
    <dl class="health">
      {healthFacts(health, useNow(), online).map(({ term, text }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
