import { BLOG } from '../addresses.ts';
import { escapeXml } from '../feed.ts';
import { serverRenderer } from './bundle.ts';
import { BUILD_ID, type PageData } from './page.ts';

/** The HTML of a page, laid out as Next.js does. */
export async function documentOf(path: string, page: PageData): Promise<string> {
  const { renderPage } = await serverRenderer();
  const data = { props: { pageProps: page }, page: '/[[...path]]', path, query: {}, buildId: BUILD_ID };
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/>\
<meta name="viewport" content="width=device-width, initial-scale=1"/>\
<title>${escapeXml(page.title)}</title>\
<link rel="icon" href="/favicon.png"/>\
<link rel="canonical" href="${BLOG}${path}"/>\
<link rel="alternate" type="application/rss+xml" title="Spotify Engineering" href="/feed"/>\
<link rel="stylesheet" href="/_next/static/css/main.css"/>\
<script src="/_next/static/chunks/main.js" async=""></script></head>\
<body><div id="__next">${renderPage({ path, page })}</div>\
<script id="__NEXT_DATA__" type="application/json">${json}</script></body></html>`;
}
