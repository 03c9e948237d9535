import { libraryFailureText } from '../lib/failure-text.ts';
import type { Health } from '../lib/health.ts';

interface Props {
  readonly error: unknown;
  readonly health: Health | undefined;
}

/** Says why there is nothing of the library to be seen, and what to do. */
export function LibraryFailure({ error, health }: Props) {
  return (
    <p class="failure" role="alert">
      {libraryFailureText(error, health)}
    </p>
  );
}
