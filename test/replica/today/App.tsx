/** @jsxImportSource react */
import { type ReactNode, useReducer, useState } from 'react';
import { Article } from './Article.tsx';
import { churn, FrameContext, useControls } from './controls.ts';
import type { LoadMore } from './Grid.tsx';
import { Home, Listing } from './Listing.tsx';
import { NavigationContext } from './Navigation.tsx';
import type { PageData } from './page.ts';
import { RouteAnnouncer } from './RouteAnnouncer.tsx';
import { Shell } from './Shell.tsx';
import { fetchBatch, useRouter } from './use-router.ts';

/** The whole site. It renders the same on the server and in the browser. */
export function App({ path, page: first }: { path: string; page: PageData }) {
  const { route, navigate } = useRouter({ path, page: first });
  const [, rerender] = useReducer((count: number) => count + 1, 0);
  const [generation, replaceAll] = useReducer((count: number) => count + 1, 0);
  const [frame, draw] = useState(0);
  useControls({ rerender, replaceAll, navigate, churn: (ms) => churn(ms, draw) });
  return (
    <NavigationContext value={navigate}>
      <Shell>
        <FrameContext value={frame}>
          <Page
            key={`${route.path} ${generation}`}
            page={route.page}
            loadMore={(shown) => fetchBatch(route.path, shown)}
          />
        </FrameContext>
      </Shell>
      <RouteAnnouncer title={route.page.title} path={route.path} />
    </NavigationContext>
  );
}

function Page({ page, loadMore }: { page: PageData; loadMore: LoadMore }): ReactNode {
  switch (page.kind) {
    case 'home':
      return <Home page={page} loadMore={loadMore} />;
    case 'listing':
      return <Listing page={page} loadMore={loadMore} />;
    case 'article':
      return <Article page={page} />;
    case 'missing':
      return (
        <main className="archive">
          <h1>404</h1>
          <p>This page could not be found.</p>
        </main>
      );
  }
}
