import { i18n } from '#i18n';
import type { Destination } from '../../lib/messages.ts';
import type { Article } from '../../lib/page/article.ts';
import { percentText } from '../../lib/percent-text.ts';
import type { Mark } from '../../lib/post.ts';
import { NoticeLine } from './NoticeLine.tsx';

/** What floats above a post's own page: how far it is read, what the reader can do with it, and where to go from it. */
export function ArticleDock({ article }: { readonly article: Article }) {
  const { post, minutes, left, notice, progress, surroundings, mark, undo, goOn } = article;
  const { state, previous, next, nextUnread } = surroundings.value;
  const nextReading: Mark = state?.reading === 'read' ? 'unread' : 'read';
  const nextBookmark: Mark = state?.bookmarked ? 'unsaved' : 'saved';
  return (
    <>
      <ProgressLine article={article} />
      <section class="dock" tabIndex={-1} aria-label={i18n.t('appName')}>
        <NoticeLine notice={notice.value} onUndo={undo} />
        <div class="bar">
          <p>{i18n.t('article.minutes', minutes)}</p>
          {left.value !== undefined && left.value > progress.value && (
            <button type="button" onClick={goOn}>
              {i18n.t('article.goOn', [percentText(left.value)])}
            </button>
          )}
          {state && (
            <>
              <button type="button" onClick={() => mark([post.id], nextReading)}>
                {i18n.t(`mark.${nextReading}`)}
              </button>
              <button type="button" onClick={() => mark([post.id], nextBookmark)}>
                {i18n.t(`mark.${nextBookmark}`)}
              </button>
            </>
          )}
          <Way to={previous} label={i18n.t('article.previous')} />
          <Way to={next} label={i18n.t('article.next')} />
          <Way to={nextUnread} label={i18n.t('article.nextUnread')} />
        </div>
      </section>
    </>
  );
}

function ProgressLine({ article: { progress } }: { readonly article: Article }) {
  return <progress class="line" aria-label={i18n.t('article.progress')} value={progress.value} max="1" />;
}

function Way({ to, label }: { readonly to: Destination | undefined; readonly label: string }) {
  if (!to) return null;
  return (
    <a class="button" href={to.url} title={to.title} aria-label={`${label}: ${to.title}`}>
      {label}
    </a>
  );
}
