import { i18n } from '#i18n';
import type { Mark, Reading } from '../lib/post.ts';

interface Props {
  readonly title: string;
  readonly reading: Reading;
  readonly onMark: (mark: Mark) => void;
}

/** What a card says of its post: the reading state, and a button that changes it. */
export function CardMark({ title, reading, onMark }: Props) {
  const next: Mark = reading === 'read' ? 'unread' : 'read';
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    // The page's own scripts can click too, but must not mark.
    if (event.isTrusted) onMark(next);
  };
  return (
    <div class="mark">
      <span class="state" data-reading={reading}>
        {i18n.t(`reading.${reading}`)}
      </span>
      <button type="button" aria-label={i18n.t(`mark.${next}Named`, [title])} onClick={onClick}>
        {i18n.t(`mark.${next}`)}
      </button>
    </div>
  );
}
