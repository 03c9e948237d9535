import { originalImage } from '../blog/image.ts';

/** A page that loads its pictures late has a stand-in in `src` until then. */
const ADDRESSES = ['data-src', 'data-lazy-src', 'src'];
const SETS = ['data-srcset', 'srcset'];

/** The original address of the picture that an `img`, `source` or `noscript` shows, else empty. */
export function pictureOf(element: Element): string {
  if (element.localName === 'noscript') return pictureInHtml(element.innerHTML);
  const addresses = ADDRESSES.map((name) => element.getAttribute(name));
  const sets = SETS.map((name) => largestOf(element.getAttribute(name) ?? ''));
  return [...addresses, ...sets].map((address) => originalImage(address ?? '')).find(Boolean) ?? '';
}

/** The address with the largest width or density of a `srcset`. */
function largestOf(set: string): string {
  let largest = '';
  let size = -1;
  for (const candidate of set.slice(0, 5_000).split(/,\s+/)) {
    const [address = '', descriptor = ''] = candidate.replace(/^[\s,]+|,+$/g, '').split(/\s+/);
    const own = Number.parseFloat(descriptor) || 0;
    if (own > size) [largest, size] = [address, own];
  }
  return largest;
}

/** Where scripts run, the HTML in `noscript` is text. */
function pictureInHtml(html: string): string {
  const picture = new DOMParser().parseFromString(html.slice(0, 10_000), 'text/html').querySelector('img');
  return picture ? pictureOf(picture) : '';
}
