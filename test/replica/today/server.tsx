/** @jsxImportSource react */
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { App } from './App.tsx';
import { ArticleBody } from './ArticleBody.tsx';
import type { PageBlock } from './page.ts';
import type { Route } from './use-router.ts';

/** The markup of a page, for the browser to hydrate. */
export function renderPage({ path, page }: Route): string {
  return renderToString(<App path={path} page={page} />);
}

/** The markup of an article's text alone, which WordPress shows too. */
export function renderArticleBody(blocks: readonly PageBlock[]): string {
  return renderToStaticMarkup(<ArticleBody blocks={blocks} />);
}
