import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Checking } from '../../lib/checking.ts';
import type { ReadingList as Model } from '../../lib/list/reading-list.ts';
import { numberText } from '../../lib/number-text.ts';
import { CheckFooter } from '../CheckFooter.tsx';
import { lazy } from '../lazy.tsx';
import { NoticeBar } from '../NoticeBar.tsx';
import { isOlderOffered } from '../OlderPosts.tsx';
import { useFallbackFocus } from '../use-fallback-focus.ts';
import { useLate } from '../use-late.ts';
import { ListBar } from './ListBar.tsx';
import { ListHeader } from './ListHeader.tsx';
import { ListMain } from './ListMain.tsx';
import { misreadText } from './misread-text.ts';
import { useListKeys } from './use-list-keys.ts';
import { ViewTabs } from './ViewTabs.tsx';

const CategoryColumn = lazy(() => import('./CategoryColumn.tsx').then(({ CategoryColumn }) => CategoryColumn));
const CheckNotes = lazy(() => import('../CheckNotes.tsx').then(({ CheckNotes }) => CheckNotes));
const KeepNote = lazy(() => import('../copies/KeepNote.tsx').then(({ KeepNote }) => KeepNote));
const LibraryFailure = lazy(() => import('../LibraryFailure.tsx').then(({ LibraryFailure }) => LibraryFailure));
const ListKeys = lazy(() => import('./ListKeys.tsx').then(({ ListKeys }) => ListKeys));
const Preview = lazy(() => import('./Preview.tsx').then(({ Preview }) => Preview));
const SelectionBar = lazy(() => import('./SelectionBar.tsx').then(({ SelectionBar }) => SelectionBar));

/** The reading list. What stands in the way is said above the posts, wherever they are scrolled to. */
export function ReadingList({ list }: { readonly list: Model }) {
  const main = useFallbackFocus<HTMLElement>();
  const field = useRef<HTMLInputElement>(null);
  const [hasHelp, setHelp] = useState(false);
  const [hasOptions, setOptions] = useState(false);
  const toggleOptions = useCallback(() => setOptions((had) => !had), []);
  const keys = useMemo(
    () => ({ goToSearch: () => field.current?.focus(), toggleOptions, help: () => setHelp(true) }),
    [toggleOptions],
  );
  useListKeys(list, keys);
  const isLate = useLate();
  const savesMore = useSavesMore(list);
  const toTop = useCallback(() => main.current?.scrollTo(0, 0), [main]);
  const facts = list.facts.value;
  const ids = list.listing.ids.value;
  const isSearching = list.searching.found.value !== undefined;
  const hasSelection = list.selection.ids.value.size > 0;
  const failed = [ids, facts].find(({ state }) => state === 'failed');
  // Whatever is drawn before the posts holds them up.
  if (!failed && (facts.state === 'waiting' || (ids.state === 'waiting' && !isSearching))) {
    return isLate ? (
      <main>
        <p class="waiting">{i18n.t('unread.loading')}</p>
      </main>
    ) : null;
  }
  return (
    <>
      <ListHeader list={list} />
      <ListBar list={list} field={field} hasOptions={hasOptions} onOptions={toggleOptions} />
      <div class="column">
        <ViewTabs list={list} />
        {list.frame === 'library' && <CategoryColumn list={list} />}
      </div>
      <aside class="notes" aria-label={i18n.t('check.notes')}>
        {list.checking.running.value && <progress class="checking" aria-label={i18n.t('check.running')} />}
        {!failed && hasNotes(list.checking) && (
          <CheckNotes checking={list.checking} hasPosts={ids.state === 'ready' && ids.value.length > 0} />
        )}
      </aside>
      {/* It is there before it says something: else that would not be announced. */}
      <p role="status" class="unseen">
        {statusText(list)}
      </p>
      <main ref={main} tabIndex={-1}>
        {failed?.state === 'failed' && <LibraryFailure error={failed.error} health={list.checking.health.value} />}
        {ids.state === 'waiting' && <p class="waiting">{i18n.t('search.running')}</p>}
        {ids.state === 'ready' && facts.state === 'ready' && (
          <ListMain list={list} ids={ids.value} facts={facts.value} onOtherList={toTop} />
        )}
      </main>
      {list.frame === 'library' && <Preview list={list} />}
      <div class="told">
        {/* There is room for one thing at a time. */}
        <div hidden={hasSelection || list.notice.value !== undefined || (isAsked(list) && !savesMore)}>
          {hasSaved(list) && <KeepNote />}
        </div>
        {hasSelection && <SelectionBar list={list} />}
        <NoticeBar notice={list.notice.value} onUndo={list.undo} onDismiss={list.dismissNotice} />
      </div>
      <CheckFooter checking={list.checking} />
      {hasHelp && <ListKeys onClose={() => setHelp(false)} />}
    </>
  );
}

/** Whether there may be something to say of the checks. */
function hasNotes({ health, online }: Checking): boolean {
  const { failingSince, trouble, libraryLostAt } = health.value ?? {};
  return !online.value || [failingSince, trouble, libraryLostAt].some((note) => note !== undefined);
}

/** Whether more is saved than at first: that is when to ask whether it is to be kept, whatever else is asked. */
function useSavesMore({ counts }: Model): boolean {
  const first = useRef<number>(undefined);
  if (counts.value.state !== 'ready') return false;
  first.current ??= counts.value.value.saved;
  return counts.value.value.saved > first.current;
}

/** Whether something else is asked. */
function isAsked(list: Model): boolean {
  return list.facts.value.state === 'ready' && isOlderOffered(list, list.facts.value.value);
}

function hasSaved({ counts }: Model): boolean {
  return counts.value.state === 'ready' && counts.value.value.saved > 0;
}

/** What a change of the list is announced with. */
function statusText(list: Model): string {
  const { selection, listing, searching } = list;
  const selected = selection.ids.value.size;
  if (selected > 0) return i18n.t('selection.count', selected, [numberText(selected)]);
  const ids = listing.ids.value;
  if (!searching.found.value || ids.state !== 'ready') return '';
  const count = i18n.t('search.count', ids.value.length, [numberText(ids.value.length)]);
  return [count, misreadText(list)].filter(Boolean).join('. ');
}
