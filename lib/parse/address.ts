import { BLOG_ORIGIN } from '../blog/site.ts';

/** An address as it is kept: absolute, https, on the blog's own host, without query and fragment. */
export function postUrlOf(href: string): string {
  const { pathname } = new URL(href, BLOG_ORIGIN);
  return BLOG_ORIGIN + pathname;
}
