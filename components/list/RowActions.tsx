import { signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { ReadingList } from '../../lib/list/reading-list.ts';
import { titleOf } from '../../lib/post.ts';
import type { LibraryPost } from '../../lib/store/database.ts';
import { lazy } from '../lazy.tsx';
import { IconButton } from './IconButton.tsx';

const RowMenu = lazy(() => import('./RowMenu.tsx').then(({ RowMenu }) => RowMenu));

/** The post whose further actions are shown, and the button beside which they are. */
const opened = signal<{ readonly id: string; readonly button: HTMLElement }>();

interface Props {
  readonly list: ReadingList;
  readonly post: LibraryPost;
  readonly tabIndex: number;
}

/** What can be done with a post: the most frequent at hand, the rest in a menu. */
export function RowActions({ list, post, tabIndex }: Props) {
  const marks = {
    reading: post.reading === 'unread' ? 'read' : 'unread',
    bookmark: post.bookmarked ? 'unsaved' : 'saved',
  } as const;
  const isOpen = opened.value?.id === post.id;
  const close = () => {
    if (opened.value?.id === post.id) opened.value = undefined;
  };
  return (
    <div class="row-actions">
      {(['reading', 'bookmark'] as const).map((control) => (
        <IconButton
          key={control}
          control={control}
          icon={marks[control]}
          name={i18n.t(`mark.${marks[control]}`)}
          of={titleOf(post)}
          tabIndex={tabIndex}
          onPress={() => void list.mark([post.id], marks[control])}
        />
      ))}
      <IconButton
        control="more"
        icon="more"
        name={i18n.t('list.more')}
        of={titleOf(post)}
        tabIndex={tabIndex}
        expanded={isOpen}
        onPress={({ currentTarget }) => {
          opened.value = isOpen ? undefined : { id: post.id, button: currentTarget as HTMLElement };
        }}
      />
      {isOpen && opened.value && <RowMenu list={list} post={post} button={opened.value.button} onClose={close} />}
    </div>
  );
}
