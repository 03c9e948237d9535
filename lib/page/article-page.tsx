import { effect } from '@preact/signals-core';
import { ArticleDock } from '../../components/page/ArticleDock.tsx';
import articleCss from '../../components/page/article.css?inline';
import dockCss from '../../components/page/dock.css?inline';
import { getArticle } from '../parse/article.ts';
import { type Article, createArticle } from './article.ts';
import type { Ask } from './ask.ts';
import { DOCK } from './footprint.ts';
import { followKeys } from './keys.ts';
import { followScheme } from './scheme.ts';
import { createShadowHost, drawIn } from './shadow.ts';
import { isShown, type Visit } from './visit.ts';

/** What is shown on a post's own page. */
export interface ArticlePage {
  /** Looks at the page again: it may be another post's, or none's. */
  look(visit: Visit): void;
  refresh(): Promise<void>;
  stop(): void;
}

interface Reading {
  readonly visit: Visit;
  readonly article: Article;
  readonly end: AbortController;
}

/** Starts to follow what the reader reads on this page. */
export function startArticlePage(ask: Ask): ArticlePage {
  let last: Visit | undefined;
  let reading: Reading | undefined;

  const leave = () => {
    reading?.end.abort();
    reading = undefined;
  };

  return {
    look(visit) {
      if (reading?.visit === visit) return;
      leave();
      // What was done on the page before is not told on this one.
      if (last && visit !== last) ask.notice.value = undefined;
      last = visit;
      if (isShown(visit)) reading = startReading(visit, ask);
    },
    async refresh() {
      await reading?.article.refresh();
    },
    stop: leave,
  };
}

function startReading(visit: Visit, ask: Ask): Reading | undefined {
  const post = getArticle(location.href, document);
  const end = new AbortController();
  const article = post && createArticle(post, ask, end.signal);
  if (!article) return undefined;
  void article.refresh();
  draw(article, end.signal);
  const { id } = article.post;
  followKeys(
    {
      m: () => void article.mark([id], stateOf(article)?.reading === 'read' ? 'unread' : 'read'),
      s: () => void article.mark([id], stateOf(article)?.bookmarked ? 'unsaved' : 'saved'),
      u: () => void article.undo(),
    },
    () => article.surroundings.value.hasKeyboard,
    end.signal,
  );
  return { visit, article, end };
}

function draw(article: Article, end: AbortSignal): void {
  const host = createShadowHost(DOCK, [dockCss, articleCss]);
  followScheme(host, end);
  document.body.append(host);
  const stop = effect(() => drawIn(host, <ArticleDock article={article} />));
  end.addEventListener('abort', () => {
    stop();
    drawIn(host, null);
    host.remove();
  });
}

function stateOf({ surroundings }: Article) {
  return surroundings.value.state;
}
