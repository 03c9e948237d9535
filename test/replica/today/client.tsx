/** @jsxImportSource react */
import { hydrateRoot } from 'react-dom/client';
import { App } from './App.tsx';
import type { Route } from './use-router.ts';

/** The script may come before the end of a long page. */
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', hydrate);
else hydrate();

function hydrate(): void {
  const root = document.getElementById('__next');
  const data = document.getElementById('__NEXT_DATA__')?.textContent;
  if (!root || !data) return;
  const { props, path }: { props: { pageProps: Route['page'] }; path: string } = JSON.parse(data);
  const report = (error: unknown): void => console.error(`hydration: ${error}`);
  hydrateRoot(root, <App path={path} page={props.pageProps} />, { onRecoverableError: report });
}
