import { i18n } from '#i18n';
import type { ReadingList } from '../../lib/list/reading-list.ts';
import { percentText } from '../../lib/percent-text.ts';
import { readingMinutes, wholeMinutes } from '../../lib/reading-time.ts';
import type { LibraryPost } from '../../lib/store/database.ts';
import { stateOf } from '../../lib/store/post-state.ts';
import { dateText, daysAgoText } from '../../lib/time-text.ts';
import { lazy } from '../lazy.tsx';
import { WithHits } from './WithHits.tsx';

const CopyNote = lazy(() => import('../copies/CopyNote.tsx').then(({ CopyNote }) => CopyNote));

interface Props {
  readonly list: ReadingList;
  readonly post: LibraryPost;
  readonly tabIndex?: number | undefined;
}

/** When a post came out, what it is about, how long it takes, and what the reader has made of it. */
export function PostMeta({ list, post, tabIndex }: Props) {
  const { reading, bookmarked, place } = stateOf(post);
  return (
    <p class="meta">
      <time dateTime={post.date} title={dateText(post.date)}>
        {daysAgoText(post.date, Date.now())}
      </time>
      {post.words !== undefined && post.words > 0 && <span>{minutesText(post.words)}</span>}
      {place !== undefined && (
        <span class="state partly">
          <span class="bar" aria-hidden="true" style={{ '--part': place }} />
          {i18n.t('reading.partly', [percentText(place)])}
        </span>
      )}
      {place === undefined && reading !== 'unread' && <span class="state">{i18n.t(`reading.${reading}`)}</span>}
      {bookmarked && (
        <span class="state saved">
          {i18n.t('reading.saved')}
          {list.listing.isWhole.value && (
            <CopyNote post={post} isOnline={list.checking.online.value} tabIndex={tabIndex} />
          )}
        </span>
      )}
      {post.categories.map((name) => (
        <span key={name} class="category">
          <WithHits parts={list.searching.partsOf(post.id, name)} />
        </span>
      ))}
    </p>
  );
}

function minutesText(words: number): string {
  return i18n.t('list.minutes', wholeMinutes(readingMinutes(words)));
}
