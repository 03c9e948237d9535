import { type PostId, postIdOf } from '../../post.ts';

/** So long are addresses at most. */
const LONGEST = 5000;

/** Makes the links of a text absolute; those to a place in the same post lead within the page, and those but to http(s) nowhere. */
export function settleLinks(text: Element, post: { readonly id: PostId; readonly url: string }): void {
  for (const link of text.querySelectorAll('a[href]')) {
    const href = hrefOf(link.getAttribute('href')?.trim() ?? '', post);
    if (href) link.setAttribute('href', href);
    else link.removeAttribute('href');
  }
}

function hrefOf(href: string, post: { readonly id: PostId; readonly url: string }): string {
  if (href.length < 2 || href.length > LONGEST) return '';
  if (href.startsWith('#')) return href;
  const url = URL.parse(href, post.url);
  if (!url || !/^https?:$/.test(url.protocol)) return '';
  return url.hash.length > 1 && postIdOf(url.href) === post.id ? url.hash : url.href;
}
