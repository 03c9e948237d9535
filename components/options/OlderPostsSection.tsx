import { i18n } from '#i18n';
import { FIRST_YEAR } from '../../lib/blog/site.ts';
import type { Live } from '../../lib/live.ts';
import type { LibraryView, Options } from '../../lib/options.ts';
import { Backfilling } from './Backfilling.tsx';
import { LibraryMissing } from './LibraryMissing.tsx';
import { Section } from './Section.tsx';

interface Props {
  readonly options: Options;
  readonly library: Live<LibraryView>;
}

/** How far the back catalogue is there, and fetching it. */
export function OlderPostsSection({ options, library }: Props) {
  return (
    <Section id="older" heading={i18n.t('older.heading')}>
      <p class="quiet-text">{i18n.t('older.hint', [String(FIRST_YEAR)])}</p>
      {library.state === 'failed' && <LibraryMissing />}
      {library.state === 'ready' && <Backfilling options={options} view={library.value} />}
    </Section>
  );
}
