import { useEffect, useState } from 'preact/hooks';
import type { ReadingList } from '../../lib/list/reading-list.ts';
import { thumbnailUrl, type Width } from '../../lib/thumbnails.ts';

const PAUSE_MS = 150;

interface Props {
  readonly list: ReadingList;
  readonly image: string;
  readonly width?: Width;
}

/** The picture of a post, small. It says nothing that the title doesn't. */
export function Thumbnail({ list, image, width = 256 }: Props) {
  const [url, setUrl] = useState<string>();
  // A blog that has asked to be left alone is not asked for pictures either.
  const mayAsk = (list.checking.health.value?.notBefore ?? 0) < Date.now();
  useEffect(() => {
    const end = new AbortController();
    let shown: string | undefined;
    const load = async () => {
      shown = await thumbnailUrl({ image, width, mayAsk }, end.signal);
      setUrl(shown);
    };
    // Rows that are gone again at once, while the reader scrolls or types, need no picture.
    const timer = setTimeout(load, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      end.abort();
      setUrl(undefined);
      if (shown) URL.revokeObjectURL(shown);
    };
  }, [image, width, mayAsk]);
  return url ? <img src={url} alt="" /> : null;
}
