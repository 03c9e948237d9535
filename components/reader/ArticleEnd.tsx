import { i18n } from '#i18n';
import { titleOf } from '../../lib/post.ts';
import { readerPath } from '../../lib/reader/address.ts';
import type { OfflineCopy } from '../../lib/store/offline-copy.ts';
import type { SavedPost } from '../../lib/store/read-copies.ts';
import { dayText } from '../../lib/time-text.ts';
import { Icon } from './Icon.tsx';
import './ArticleEnd.css';

/** What comes after a post: when it was saved, and the posts that were saved before and after it. */
export function ArticleEnd({ post: { copy, earlier, later } }: { readonly post: SavedPost }) {
  return (
    <footer class="article-end">
      {copy && <p class="quiet-text">{i18n.t('reader.saved', [dayText(copy.savedAt)])}</p>}
      {(earlier ?? later) && (
        <nav class="ways" aria-label={i18n.t('reader.around')}>
          {later && <Way to={later} way="later" label={i18n.t('reader.previous')} />}
          {earlier && <Way to={earlier} way="earlier" label={i18n.t('reader.next')} />}
        </nav>
      )}
    </footer>
  );
}

interface WayProps {
  readonly to: OfflineCopy;
  readonly way: 'earlier' | 'later';
  readonly label: string;
}

function Way({ to, way, label }: WayProps) {
  return (
    <a href={readerPath(to.id)} data-way={way}>
      <span class="quiet-text">
        <Icon name={way} /> {label}
      </span>
      <span lang="en">{titleOf(to)}</span>
    </a>
  );
}
