import { BLOG_ORIGIN } from './site.ts';

/** Widths that the blog's own pages ask for, in pixels (seen 2026-09); another is refused. */
export type ImageWidth = 256 | 640 | 1920;

/** Where the blog shows a picture, no wider than this: it takes the picture from its image hosts, and scales it (seen 2026-09). */
export function scaledImageUrl(address: string, width: ImageWidth): string {
  return `${BLOG_ORIGIN}/_next/image?url=${encodeURIComponent(address)}&w=${width}&q=75`;
}
