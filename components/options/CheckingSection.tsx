import { i18n } from '#i18n';
import type { SettingsChange } from '../../lib/change-settings.ts';
import type { Checking } from '../../lib/checking.ts';
import type { Settings } from '../../lib/settings.ts';
import { CheckButton } from '../CheckButton.tsx';
import { CheckNotes } from '../CheckNotes.tsx';
import { CheckStatus } from '../CheckStatus.tsx';
import { HealthList } from '../HealthList.tsx';
import { IntervalSelect } from './IntervalSelect.tsx';
import { Section } from './Section.tsx';

interface Props {
  readonly checking: Checking;
  readonly settings: Settings;
  readonly onChange: (change: SettingsChange) => void;
}

/** How often the blog is checked, and how that goes. */
export function CheckingSection({ checking, settings, onChange }: Props) {
  const health = checking.health.value;
  return (
    <Section id="checking" heading={i18n.t('options.checking')}>
      <CheckNotes checking={checking} hasPosts={false} />
      <IntervalSelect
        minutes={settings.intervalMinutes}
        onChange={(intervalMinutes) => onChange(() => ({ intervalMinutes }))}
      />
      {health && <HealthList health={health} online={checking.online.value} />}
      <div class="buttons">
        <CheckButton checking={checking} />
        <CheckStatus told={checking.told.value} />
      </div>
    </Section>
  );
}
