import { i18n } from '#i18n';
import type { SettingsChange } from '../../lib/change-settings.ts';
import { READ_WHEN, type Settings } from '../../lib/settings.ts';
import { Checkbox } from './Checkbox.tsx';
import { Section } from './Section.tsx';

interface Props {
  readonly settings: Settings;
  readonly onChange: (change: SettingsChange) => void;
}

/** How the blog's own pages behave. */
export function BlogPagesSection({ settings: { readWhen, keyboard }, onChange }: Props) {
  return (
    <Section id="pages" heading={i18n.t('pages.heading')}>
      <label class="field">
        {i18n.t('pages.readWhen')}
        <select
          value={readWhen}
          onChange={({ currentTarget }) => {
            const chosen = READ_WHEN[currentTarget.selectedIndex];
            if (chosen !== undefined) onChange(() => ({ readWhen: chosen }));
          }}
        >
          {READ_WHEN.map((when) => (
            <option key={when} value={when}>
              {i18n.t(`pages.${when}`)}
            </option>
          ))}
        </select>
      </label>
      <p class="quiet-text">{i18n.t('pages.finishedHint')}</p>
      <Checkbox
        label={i18n.t('pages.keyboard')}
        hint={i18n.t('pages.keyboardHint')}
        checked={keyboard}
        onToggle={(checked) => onChange(() => ({ keyboard: checked }))}
      />
    </Section>
  );
}
