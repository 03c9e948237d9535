import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ReadingList } from '../../lib/list/reading-list.ts';
import { titleOf } from '../../lib/post.ts';
import type { LibraryPost } from '../../lib/store/database.ts';
import { placeBeside } from '../place-beside.ts';
import { Icon, type IconName } from './Icon.tsx';
import '../popup.css';

interface Props {
  readonly list: ReadingList;
  readonly post: LibraryPost;
  /** The button that it belongs to. */
  readonly button: HTMLElement;
  readonly onClose: () => void;
}

/** The further actions on a post, beside the button that has opened them. */
export function RowMenu({ list, post, button, onClose }: Props) {
  const menu = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    const shown = menu.current;
    if (!shown) return;
    shown.showPopover();
    placeBeside(shown, button);
    shown.querySelector('button')?.focus();
  }, [button]);
  const item = (icon: IconName, text: string, work: () => unknown) => (
    <button
      type="button"
      onClick={() => {
        menu.current?.hidePopover();
        work();
      }}
    >
      <Icon name={icon} />
      {text}
    </button>
  );
  return (
    <fieldset
      ref={menu}
      class="popup menu"
      popover="auto"
      aria-label={i18n.t('list.moreOf', [titleOf(post)])}
      onToggle={({ newState }) => newState === 'closed' && onClose()}
      onKeyDown={onArrow}
    >
      {post.bookmarked && item('library', i18n.t('list.readCopy'), () => list.openCopy(post.id))}
      {post.bookmarked && item('again', i18n.t('copies.again'), () => list.copyAgain(post.id))}
      {item('tab', i18n.t('list.openBehind'), () => list.open([post.id], false))}
      {post.reading === 'archived'
        ? item('read', i18n.t('mark.read'), () => list.mark([post.id], 'read'))
        : item('archived', i18n.t('mark.archived'), () => list.mark([post.id], 'archived'))}
      {item('link', i18n.t('mark.copy'), () => list.copyLinks([post.id]))}
    </fieldset>
  );
}

function onArrow(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll('button')];
  const at = items.findIndex((item) => item.matches(':focus'));
  items.at((at + step) % items.length)?.focus();
}
