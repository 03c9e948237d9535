import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { afterPaint } from '../../lib/after-paint.ts';
import { listText } from '../../lib/list-text.ts';
import { titleOf } from '../../lib/post.ts';
import { framePictures, showPictures } from '../../lib/reader/pictures.ts';
import type { Reader } from '../../lib/reader/reader.ts';
import { readingMinutes, wholeMinutes } from '../../lib/reading-time.ts';
import type { OfflineCopy } from '../../lib/store/offline-copy.ts';
import { dateText } from '../../lib/time-text.ts';
import './ArticleHeader.css';

interface Props {
  readonly reader: Reader;
  readonly copy: OfflineCopy;
}

/** What a post is called, who has written it, when, and how long it takes to read. */
export function ArticleHeader({ reader, copy }: Props) {
  const uiLanguage = i18n.t('locale');
  return (
    <header class="title-block">
      {copy.categories.length > 0 && (
        <ul class="categories">
          {copy.categories.map((category) => (
            <li key={category}>{category}</li>
          ))}
        </ul>
      )}
      <h1>{titleOf(copy)}</h1>
      <p class="byline" lang={uiLanguage}>
        {copy.authors.length > 0 && <span class="authors">{i18n.t('reader.by', [listText(copy.authors)])}</span>}
        {copy.date && <time dateTime={copy.date}>{dateText(copy.date)}</time>}
        <span>{i18n.t('article.minutes', wholeMinutes(readingMinutes(copy.words)))}</span>
      </p>
      {copy.image !== '' && <FeaturePicture reader={reader} copy={copy} />}
    </header>
  );
}

function FeaturePicture({ reader, copy }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { image, savedAt } = copy;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another copy has another picture.
  useLayoutEffect(() => {
    const end = new AbortController();
    const picture = document.createElement('img');
    picture.alt = '';
    picture.dataset['original'] = image;
    box.current?.replaceChildren(picture);
    const places = box.current ? framePictures(box.current, copy, reader.zoom) : [];
    afterPaint(() => void reader.quietly(() => showPictures(places, copy, end.signal)), end.signal);
    return () => end.abort();
  }, [reader, image, savedAt]);
  return <div ref={box} class="feature" lang={i18n.t('locale')} />;
}
