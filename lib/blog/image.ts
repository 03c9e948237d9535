import { LONGEST_TEXT } from '../post.ts';
import { BLOG_ORIGIN } from './site.ts';

/**
 * The original address of a picture: taken out of the blog's own `/_next/image?url=…`, protocol-relative made https.
 * Empty if it is no http(s) address, or one that is longer than any of the blog's.
 */
export function originalImage(src: string): string {
  if (src === '' || src.length > LONGEST_TEXT) return '';
  const url = URL.parse(src, BLOG_ORIGIN);
  if (!url) return '';
  const wrapped = url.pathname === '/_next/image' && url.searchParams.get('url');
  if (wrapped) return originalImage(wrapped);
  if (url.protocol === 'http:') url.protocol = 'https:';
  return url.protocol === 'https:' ? url.href : '';
}
