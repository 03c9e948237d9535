import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Reader } from '../../lib/reader/reader.ts';
import type { OfflineCopy } from '../../lib/store/offline-copy.ts';
import type { SavedPost } from '../../lib/store/read-copies.ts';
import { lazy } from '../lazy.tsx';
import { ArticleEnd } from './ArticleEnd.tsx';
import { ArticleHeader } from './ArticleHeader.tsx';
import { Contents } from './Contents.tsx';
import { useMedia } from './use-media.ts';

const CopyLack = lazy(() => import('./CopyLack.tsx').then(({ CopyLack }) => CopyLack));

interface Props {
  readonly reader: Reader;
  readonly post: SavedPost;
  readonly copy: OfflineCopy;
  readonly html: string;
}

/** A saved post, to be read. */
export function SavedArticle({ reader, post, copy, html }: Props) {
  const text = useRef<HTMLDivElement>(null);
  const shown = useRef(copy);
  // Whatever else is new of a copy, its text is shown anew only with the copy.
  if (shown.current.id !== copy.id || shown.current.savedAt !== copy.savedAt) shown.current = copy;
  const current = shown.current;
  useLayoutEffect(() => {
    if (!text.current) return undefined;
    return reader.show(text.current, { html, copy: current });
  }, [reader, html, current]);
  // What it has lacked it may have in a moment, which is said.
  const hasLacked = useRef(false);
  hasLacked.current ||= copy.missing.length > 0 || post.saving?.failure?.code === 'shorter';
  // Beside the text there is room for it only on wide windows.
  const isWide = useMedia('(width >= 75rem)');
  return (
    <div class="page">
      {isWide && reader.headings.value.length > 0 && <Contents reader={reader} />}
      <main>
        {/* What the blog writes is English. */}
        <article lang="en">
          <ArticleHeader reader={reader} copy={copy} />
          <div ref={text} id="text" class="text" tabIndex={-1} />
        </article>
        <p class="source">{i18n.t('reader.source', [copy.url])}</p>
        {hasLacked.current && post.post?.bookmarked && <CopyLack copy={copy} saving={post.saving} />}
        <ArticleEnd post={post} />
      </main>
    </div>
  );
}
