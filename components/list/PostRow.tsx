import type { Ref } from 'preact';
import { i18n } from '#i18n';
import type { ReadingList } from '../../lib/list/reading-list.ts';
import type { PostId } from '../../lib/post.ts';
import { titleOf } from '../../lib/post.ts';
import type { LibraryPost } from '../../lib/store/database.ts';
import { lazy } from '../lazy.tsx';
import { FoundExcerpt } from './FoundExcerpt.tsx';
import { PostMeta } from './PostMeta.tsx';
import { RowActions } from './RowActions.tsx';
import { WithHits } from './WithHits.tsx';

const Thumbnail = lazy(() => import('./Thumbnail.tsx').then(({ Thumbnail }) => Thumbnail));

interface Props {
  readonly list: ReadingList;
  readonly id: PostId;
  /** Undefined as long as it is not read. */
  readonly post: LibraryPost | undefined;
  readonly isSelected: boolean;
  /** Whether the keyboard goes to this row first. */
  readonly isCurrent: boolean;
  /** Its place in the list, from 1, and the length of that. */
  readonly position: number;
  readonly count: number;
  /** Of the headings that the titles are. */
  readonly level: 3 | 4;
  readonly index: number;
  readonly gap: number;
  readonly measure: Ref<HTMLLIElement>;
}

/** A post of the list. */
export function PostRow(props: Props) {
  const { list, id, post, isSelected, isCurrent, position, count, level, index, gap, measure } = props;
  const Heading = level === 3 ? 'h3' : 'h4';
  const tabIndex = isCurrent ? 0 : -1;
  const isComfortable = list.choice.value.density !== 'compact';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the list do the same
    <li
      ref={measure}
      class="post"
      data-id={id}
      data-index={index}
      data-density={list.choice.value.density}
      data-reading={post?.reading}
      data-current={isCurrent}
      data-selected={isSelected}
      style={{ marginBlockStart: `${gap}px` }}
      aria-posinset={position}
      aria-setsize={count}
      onMouseDown={onRowPress}
      onClick={(event) => onRowClick(event, list, id)}
      onFocusCapture={() => list.setCurrent(id)}
    >
      {post && (
        <>
          <input
            type="checkbox"
            checked={isSelected}
            aria-label={i18n.t('list.select', [titleOf(post)])}
            data-control="select"
            tabIndex={tabIndex}
            onClick={(event) => (event.shiftKey ? list.selection.extendTo(id) : list.selection.toggle(id))}
          />
          {/* Pictures come after the posts. */}
          {isComfortable && (
            <span class="thumbnail">
              {post.image && list.listing.isWhole.value && <Thumbnail list={list} image={post.image} />}
            </span>
          )}
          <div class="text">
            <Heading>
              <a href={post.url} data-control="open" tabIndex={tabIndex} onClick={(event) => onOpen(event, list, id)}>
                <WithHits parts={list.searching.partsOf(id, titleOf(post))} />
              </a>
            </Heading>
            <PostMeta list={list} post={post} tabIndex={tabIndex} />
            {list.searching.found.value ? (
              <FoundExcerpt list={list} post={post} />
            ) : (
              isComfortable && post.excerpt && <p class="excerpt">{post.excerpt}</p>
            )}
          </div>
          <RowActions list={list} post={post} tabIndex={tabIndex} />
        </>
      )}
    </li>
  );
}

async function onOpen(event: MouseEvent, list: ReadingList, id: PostId): Promise<void> {
  event.preventDefault();
  if (event.shiftKey) return;
  const inFront = !(event.ctrlKey || event.metaKey);
  await list.open([id], inFront);
  if (inFront && list.frame === 'popup') window.close();
}

/** With Shift the browser would select the text between as well. */
function onRowPress(event: MouseEvent): void {
  if (event.shiftKey && !isOnControl(event)) event.preventDefault();
}

function isOnControl({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest('input, button') !== null;
}

/** Selects as file managers do, wherever the row has no control; without a key it only becomes the current one. */
function onRowClick(event: MouseEvent, list: ReadingList, id: PostId): void {
  if (isOnControl(event)) return;
  const isLink = event.target instanceof Element && event.target.closest('a') !== null;
  if (event.shiftKey) list.selection.extendTo(id);
  else if ((event.ctrlKey || event.metaKey) && !isLink) list.selection.toggle(id);
  else {
    list.selection.startAt(id);
    list.setCurrent(id);
  }
}
