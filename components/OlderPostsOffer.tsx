import { i18n } from '#i18n';
import { FIRST_YEAR } from '../lib/blog/site.ts';

interface Props {
  readonly onAccept: () => void;
  readonly onDecline: () => void;
}

/** Offers to fetch the back catalogue. */
export function OlderPostsOffer({ onAccept, onDecline }: Props) {
  return (
    <section class="card" aria-labelledby="offer">
      <h2 id="offer">{i18n.t('older.offer')}</h2>
      <p class="quiet-text">{i18n.t('older.hint', [String(FIRST_YEAR)])}</p>
      <div class="buttons">
        <button type="button" onClick={onAccept}>
          {i18n.t('older.accept')}
        </button>
        <button type="button" onClick={onDecline}>
          {i18n.t('older.decline')}
        </button>
      </div>
    </section>
  );
}
