import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { LibraryFacts, ReadingList } from '../../lib/list/reading-list.ts';
import { numberText } from '../../lib/number-text.ts';
import type { PostId } from '../../lib/post.ts';
import { lazy } from '../lazy.tsx';
import { isOlderOffered, OlderPosts } from '../OlderPosts.tsx';
import { ListHeading } from './ListHeading.tsx';
import { misreadText } from './misread-text.ts';
import { Rows } from './Rows.tsx';

const MutedPosts = lazy(() => import('./MutedPosts.tsx').then(({ MutedPosts }) => MutedPosts));
const EmptyList = lazy(() => import('./EmptyList.tsx').then(({ EmptyList }) => EmptyList));

interface Props {
  readonly list: ReadingList;
  readonly ids: readonly PostId[];
  readonly facts: LibraryFacts;
  readonly onOtherList: () => void;
}

/** The posts of the list, or why there are none, and what there is beside them. */
export function ListMain({ list, ids, facts, onOtherList }: Props) {
  const health = list.checking.health.value;
  const isLost = health?.succeededAt !== undefined && !facts.isFilled;
  const untried = health !== undefined && (health.checkedAt === undefined || isLost);
  const view = list.choice.value.view;
  const isSearching = list.searching.found.value !== undefined;
  const counts = list.counts.value;
  const muted = view === 'unread' && !isSearching && counts.state === 'ready' ? counts.value.muted : 0;
  useEffect(() => {
    // The check that follows the installation may have been cut off, or the browser has lost what it brought.
    if (untried) void list.checking.checkFirst();
  }, [untried, list]);
  useEffect(() => {
    if (ids.length === 0) list.onPainted();
  }, [ids, list]);
  const { category, sort, group } = list.choice.value;
  const text = list.searching.text.value;
  const shown = [view, category, sort, group, text].join(' ');
  const last = useRef(shown);
  useLayoutEffect(() => {
    if (last.current !== shown) onOtherList();
    last.current = shown;
  }, [shown, onOtherList]);
  const misread = misreadText(list);
  const hasPosts = ids.length > 0;
  const hasOlder = facts.backfill ? !isSearching : isOlderOffered(list, facts);
  return (
    <>
      {(hasPosts || health?.succeededAt !== undefined) && hasOlder && (
        <OlderPosts list={list} backfill={facts.backfill} onOptions={list.openOptions} />
      )}
      {misread && <p class="aside">{misread}</p>}
      {hasPosts && <ListHeading list={list} name={headingText(list, ids.length)} ids={ids} />}
      {hasPosts ? <Rows list={list} name={i18n.t(`views.heading.${isSearching ? 'found' : view}`)} /> : null}
      {!hasPosts && health && <EmptyList list={list} kind={untried ? 'first' : emptyKind(list, muted)} />}
      {muted > 0 && <MutedPosts count={muted} onOptions={list.openOptions} />}
    </>
  );
}

function headingText(list: ReadingList, count: number): string {
  const view = list.choice.value.view;
  const number: [string] = [numberText(count)];
  if (list.searching.found.value) return i18n.t('search.count', count, number);
  return list.listing.isWhole.value ? i18n.t(`views.count.${view}`, count, number) : i18n.t(`views.heading.${view}`);
}

function emptyKind(list: ReadingList, muted: number) {
  const { view, category } = list.choice.value;
  if (list.searching.found.value) return 'found';
  if (category !== '') return 'category';
  if (view !== 'unread') return view;
  if (muted > 0) return 'notFollowed';
  return list.checking.health.value?.succeededAt === undefined ? 'nothingYet' : 'caughtUp';
}
