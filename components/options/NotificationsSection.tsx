import { i18n } from '#i18n';
import type { Options } from '../../lib/options.ts';
import type { Settings } from '../../lib/settings.ts';
import { Checkbox } from './Checkbox.tsx';
import { QuietHours } from './QuietHours.tsx';
import { Section } from './Section.tsx';

interface Props {
  readonly options: Options;
  readonly settings: Settings;
}

/** Whether and when the reader is notified of new posts. */
export function NotificationsSection({ options, settings: { notify, quietHours } }: Props) {
  const mayNotify = options.mayNotify.value;
  return (
    <Section id="notifications" heading={i18n.t('notifications.heading')}>
      <div>
        <Checkbox
          label={i18n.t('notifications.notify')}
          hint={i18n.t('notifications.hint')}
          checked={notify && mayNotify === true}
          onToggle={options.setNotify}
        />
        <p class="permission" role="status">
          {permissionText(options, notify)}
        </p>
      </div>
      <QuietHours
        quietHours={quietHours}
        onChange={(changes) => options.change((stored) => ({ quietHours: { ...stored.quietHours, ...changes } }))}
      />
    </Section>
  );
}

function permissionText({ mayNotify, refused }: Options, notify: boolean): string | undefined {
  if (mayNotify.value !== false) return undefined;
  if (refused.value) return i18n.t('notifications.refused');
  return notify ? i18n.t('notifications.withdrawn') : undefined;
}
