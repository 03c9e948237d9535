import { i18n } from '#i18n';
import { INTERVALS, type Settings } from '../../lib/settings.ts';

type Minutes = Settings['intervalMinutes'];

interface Props {
  readonly minutes: Minutes;
  readonly onChange: (minutes: Minutes) => void;
}

/** Chooses how often the blog is checked. */
export function IntervalSelect({ minutes, onChange }: Props) {
  return (
    <label class="field">
      {i18n.t('options.interval')}
      <select
        value={minutes}
        onChange={({ currentTarget }) => {
          const chosen = INTERVALS[currentTarget.selectedIndex];
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {INTERVALS.map((interval) => (
          <option key={interval} value={interval}>
            {nameOf(interval)}
          </option>
        ))}
      </select>
    </label>
  );
}

function nameOf(minutes: Minutes): string {
  if (minutes === 0) return i18n.t('interval.byHand');
  if (minutes === 1440) return i18n.t('interval.day');
  return minutes < 60 ? i18n.t('interval.minutes', [String(minutes)]) : i18n.t('interval.hours', minutes / 60);
}
