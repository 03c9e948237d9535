import { i18n } from '#i18n';
import type { ReadingList } from '../../lib/list/reading-list.ts';
import { titleOf } from '../../lib/post.ts';
import { dateText } from '../../lib/time-text.ts';
import { PostMeta } from './PostMeta.tsx';
import { Thumbnail } from './Thumbnail.tsx';

/** The current post, beside the list on wide windows. */
export function Preview({ list }: { readonly list: ReadingList }) {
  const id = list.current.value;
  const ids = list.listing.ids.value;
  const hasPosts = ids.state === 'ready' && ids.value.length > 0;
  const post = id === undefined ? undefined : list.listing.postOf(id);
  return (
    <aside class="preview" aria-label={i18n.t('preview.name')}>
      {post ? (
        <article>
          {post.image && (
            <span class="thumbnail">
              <Thumbnail list={list} key={post.id} image={post.image} width={640} />
            </span>
          )}
          <h2>{titleOf(post)}</h2>
          <p class="quiet-text">{dateText(post.date)}</p>
          <PostMeta list={list} post={post} />
          {post.excerpt && <p>{post.excerpt}</p>}
          <div class="buttons">
            <button type="button" class="primary" onClick={() => list.open([post.id], true)}>
              {i18n.t('preview.open')}
            </button>
            {post.bookmarked && (
              <button type="button" onClick={() => list.openCopy(post.id)}>
                {i18n.t('list.readCopy')}
              </button>
            )}
          </div>
        </article>
      ) : (
        hasPosts && <p class="quiet-text">{i18n.t('preview.none')}</p>
      )}
    </aside>
  );
}
