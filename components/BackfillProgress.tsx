import { i18n } from '#i18n';
import { numberText } from '../lib/number-text.ts';
import type { Backfill } from '../lib/store/database.ts';
import './BackfillProgress.css';

interface Props {
  readonly backfill: Backfill;
  readonly online: boolean;
  readonly onCancel: () => void;
}

/** How far the fetching of the older posts has come, and the button that ends it. */
export function BackfillProgress({ backfill: { done, steps, added }, online, onCancel }: Props) {
  return (
    <div class="progress">
      <label>
        {i18n.t('older.running')}
        <progress value={done} max={Math.max(steps, 1)} />
      </label>
      <div class="buttons">
        <p class="quiet-text">
          {online
            ? i18n.t('older.progress', added, [numberText(done), numberText(steps), numberText(added)])
            : i18n.t('older.waiting')}
        </p>
        <button type="button" onClick={onCancel}>
          {i18n.t('older.cancel')}
        </button>
      </div>
    </div>
  );
}
