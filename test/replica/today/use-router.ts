import { useCallback, useEffect, useRef, useState } from 'react';
import { BUILD_ID, type CardBatch, type PageData } from './page.ts';

export interface Route {
  path: string;
  page: PageData;
}

/** Keeps the page in step with the address bar, without page loads. */
export function useRouter(first: Route): { route: Route; navigate: (href: string) => void } {
  const [route, setRoute] = useState(first);
  const latest = useRef(0);

  const show = useCallback(async (path: string, arrived: () => void): Promise<void> => {
    latest.current += 1;
    const turn = latest.current;
    const page = await fetchPage(path);
    if (turn !== latest.current) return;
    if (!page) {
      location.assign(path);
      return;
    }
    arrived();
    setRoute({ path, page });
  }, []);

  useEffect(() => {
    const back = (): void => void show(location.pathname + location.search, () => {});
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, [show]);

  const navigate = useCallback(
    (href: string): void => {
      void show(href, () => {
        history.pushState({ url: href }, '', href);
        window.scrollTo(0, 0);
      });
    },
    [show],
  );
  return { route, navigate };
}

/** The cards after those already shown on a listing. */
export async function fetchBatch(path: string, shown: number): Promise<CardBatch> {
  const response = await fetch(dataAddress(path, shown));
  if (!response.ok) throw new Error(`Load More: ${response.status}`);
  const { pageProps }: { pageProps: CardBatch } = await response.json();
  return pageProps;
}

/** Undefined when the data cannot be had: then the browser is to load the page. */
async function fetchPage(path: string): Promise<PageData | undefined> {
  try {
    const response = await fetch(dataAddress(path));
    if (!response.ok) return undefined;
    const { pageProps }: { pageProps: PageData } = await response.json();
    return pageProps;
  } catch {
    return undefined;
  }
}

function dataAddress(path: string, shown?: number): string {
  const { pathname, searchParams } = new URL(path, location.origin);
  if (shown !== undefined) searchParams.set('skip', String(shown));
  const name = pathname.replace(/^\/|\/$/g, '') || 'index';
  const query = String(searchParams);
  return `/_next/data/${BUILD_ID}/${name}.json${query && `?${query}`}`;
}
