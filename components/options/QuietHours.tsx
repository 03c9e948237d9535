import { i18n } from '#i18n';
import type { Settings } from '../../lib/settings.ts';
import { Checkbox } from './Checkbox.tsx';
import { TimeField } from './TimeField.tsx';

type Hours = Settings['quietHours'];

interface Props {
  readonly quietHours: Hours;
  readonly onChange: (changes: Partial<Hours>) => void;
}

/** When the reader does not want to be notified. */
export function QuietHours({ quietHours: { on, from, to }, onChange }: Props) {
  return (
    <>
      <Checkbox
        label={i18n.t('notifications.quietHours')}
        hint={i18n.t('notifications.quietHint')}
        checked={on}
        onToggle={(checked) => onChange({ on: checked })}
      />
      {on && (
        <fieldset class="times" aria-label={i18n.t('notifications.quietHours')}>
          <TimeField label={i18n.t('notifications.from')} value={from} onChange={(time) => onChange({ from: time })} />
          <TimeField label={i18n.t('notifications.to')} value={to} onChange={(time) => onChange({ to: time })} />
        </fieldset>
      )}
      {on && from === to && <p class="trouble">{i18n.t('notifications.same')}</p>}
    </>
  );
}
