import { expect, it } from 'vitest';
import { originalImage } from '../../lib/blog/image.ts';

const ORIGINAL = 'https://images.ctfassets.net/p762jor363g1/a/b/picture.png';

it.each([
  [`/_next/image?url=${encodeURIComponent(ORIGINAL)}&w=1920&q=75`, ORIGINAL],
  [`/_next/image?url=${encodeURIComponent(ORIGINAL.replace('https:', ''))}&w=640&q=75`, ORIGINAL],
  [ORIGINAL.replace('https:', ''), ORIGINAL],
  [ORIGINAL.replace('https:', 'http:'), ORIGINAL],
  ['/logo.svg', 'https://engineering.atspotify.com/logo.svg'],
  ['', ''],
  ['data:image/gif;base64,R0lGODlhAQABAAAAACw=', ''],
  ['javascript:alert(1)', ''],
  ['https://[broken', ''],
])('the original of %s is %j', (src, original) => expect(originalImage(src)).toBe(original));
