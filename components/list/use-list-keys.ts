import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { afterPaint } from '../../lib/after-paint.ts';
import type { FrameKeys } from '../../lib/list/list-keys.ts';
import type { ReadingList } from '../../lib/list/reading-list.ts';

/**
 * Has keys do something with the list. What that takes is loaded once the list is on the screen; keys that are pressed earlier do
 * theirs then. The frame's keys have to be the same ones in each rendering.
 */
export function useListKeys(list: ReadingList, frame: FrameKeys): void {
  const early = useRef<KeyboardEvent[]>([]);
  const kept = useRef<AbortController>(undefined);
  useLayoutEffect(() => {
    const end = new AbortController();
    kept.current = end;
    document.addEventListener('keydown', (event) => early.current.push(event), { signal: end.signal });
    return () => end.abort();
  }, []);
  useEffect(() => {
    const end = new AbortController();
    const follow = async () => {
      try {
        const { followListKeys } = await import('../../lib/list/list-keys.ts');
        followListKeys(list, frame, early.current.splice(0), end.signal);
      } finally {
        kept.current?.abort();
      }
    };
    afterPaint(() => void list.quietly(follow), end.signal);
    return () => end.abort();
  }, [list, frame]);
}
