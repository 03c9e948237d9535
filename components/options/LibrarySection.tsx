import { i18n } from '#i18n';
import type { Health } from '../../lib/health.ts';
import type { Live } from '../../lib/live.ts';
import { numberText } from '../../lib/number-text.ts';
import type { LibraryView } from '../../lib/options.ts';
import { libraryFailureOf } from '../../lib/store/library-failure.ts';
import { LibraryFailure } from '../LibraryFailure.tsx';
import { Section } from './Section.tsx';
import { StartAnew } from './StartAnew.tsx';

interface Props {
  readonly library: Live<LibraryView>;
  readonly health: Health | undefined;
  readonly onStartAnew: () => void;
}

/** What the library holds, or why it does not open, and the way out of that. */
export function LibrarySection({ library, health, onStartAnew }: Props) {
  return (
    <Section id="library" heading={i18n.t('library.heading')}>
      {library.state === 'ready' && (
        <>
          <p>{i18n.t('library.count', library.value.count, [numberText(library.value.count)])}</p>
          <p class="quiet-text">{i18n.t('library.hint')}</p>
        </>
      )}
      {library.state === 'failed' && <LibraryFailure error={library.error} health={health} />}
      {library.state === 'failed' && isLostAnyway(library.error) && <StartAnew onConfirm={onStartAnew} />}
    </Section>
  );
}

/** Whether the library may never open again by itself. */
function isLostAnyway(error: unknown): boolean {
  const code = libraryFailureOf(error)?.failure.code;
  return code === 'libraryDamaged' || code === 'libraryNewer';
}
