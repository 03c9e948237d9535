import { BLOG } from '../addresses.ts';
import { escapeXml } from '../feed.ts';
import { serverRenderer } from './bundle.ts';
import { BUILD_ID, type PageData } from './page.ts';

/** The HTML of a page, laid out as Next.js does; with rules for the browser if it is to prerender another one. */
export async function documentOf(path: string, page: PageData, prerender?: string): Promise<string> {
  const { renderPage } = await serverRenderer();
  const data = { props: { pageProps: page }, page: '/[[...path]]', path, query: {}, buildId: BUILD_ID };
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/>\
<meta name="viewport" content="width=device-width, initial-scale=1"/>\
<title>${escapeXml(page.title)}</title>\
<link rel="icon" href="/favicon.png"/>\
<link rel="canonical" href="${BLOG}${escapeXml(path)}"/>\
<link rel="alternate" type="application/rss+xml" title="Spotify Engineering" href="/feed"/>\
<link rel="stylesheet" href="/_next/static/css/main.css"/>\
<script src="/_next/static/chunks/main.js" async=""></script>\
${prerender === undefined || prerender === path ? '' : speculationRules(prerender)}</head>\
<body><div id="__next">${renderPage({ path, page })}</div>\
<script id="__NEXT_DATA__" type="application/json">${scriptJson(data)}</script></body></html>`;
}

function speculationRules(path: string): string {
  const rules = { prerender: [{ source: 'list', urls: [path], eagerness: 'immediate' }] };
  return `<script type="speculationrules">${scriptJson(rules)}</script>`;
}

/** JSON that cannot close its script. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
