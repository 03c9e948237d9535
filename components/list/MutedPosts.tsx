import { i18n } from '#i18n';
import { numberText } from '../../lib/number-text.ts';

interface Props {
  readonly count: number;
  readonly onOptions: () => void;
}

/** Says how many unread posts are not listed, because the reader does not follow their categories. */
export function MutedPosts({ count, onOptions }: Props) {
  return (
    <p class="aside">
      {i18n.t('unread.muted', count, [numberText(count)])}{' '}
      <button type="button" class="link" onClick={onOptions}>
        {i18n.t('unread.chooseCategories')}
      </button>
    </p>
  );
}
