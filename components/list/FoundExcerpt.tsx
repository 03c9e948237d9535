import { useEffect, useState } from 'preact/hooks';
import type { ReadingList } from '../../lib/list/reading-list.ts';
import type { LibraryPost } from '../../lib/store/database.ts';
import { WithHits } from './WithHits.tsx';

interface Props {
  readonly list: ReadingList;
  readonly post: LibraryPost;
}

/** How a post that was found begins or, where that does not tell why it was found, what does. */
export function FoundExcerpt({ list, post }: Props) {
  const [later, setLater] = useState<string>();
  const found = list.searching.found.value;
  const { first, reasons } = found?.state === 'ready' ? found.value : {};
  const isFirst = first?.some(({ id }) => id === post.id) ?? false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: something else may have been found
  useEffect(() => {
    if (isFirst) return undefined;
    let isOver = false;
    void list.searching.reasonOf(post).then((text) => isOver || setLater(text));
    return () => {
      isOver = true;
    };
  }, [list, post, found, isFirst]);
  const text = (isFirst ? reasons?.get(post.id) : later) ?? post.excerpt;
  return text ? (
    <p class="excerpt">
      <WithHits parts={list.searching.partsOf(post.id, text)} />
    </p>
  ) : null;
}
