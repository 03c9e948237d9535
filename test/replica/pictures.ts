import { Resvg } from '@resvg/resvg-js';
import { IMAGE_HOSTS } from './addresses.ts';
import { text } from './answers.ts';
import { type Chance, createChance, hash } from './chance.ts';
import type { Answer } from './types.ts';

/** A ground and three inks. */
type Palette = readonly [string, string, string, string];

const PALETTES: readonly [Palette, ...Palette[]] = [
  ['#4100f4', '#cdf564', '#af2896', '#f8f4e3'],
  ['#0d3b3a', '#f59b23', '#8ee0c2', '#fff6df'],
  ['#1e3264', '#9cf0e1', '#ff6437', '#eef2ff'],
  ['#8c1932', '#ffc864', '#f573a0', '#fff0f4'],
  ['#191414', '#1f7a8c', '#ffcdd2', '#bfdbf7'],
  ['#503750', '#f037a5', '#ffd166', '#f4e9ff'],
  ['#0b5fa5', '#f7f052', '#8ad4ff', '#f2fbff'],
  ['#27332d', '#ef8354', '#a8d5ba', '#f7f9f2'],
];

const cache = new Map<string, Buffer>();

/** `/_next/image?url=…&w=…`: 400 for a picture from anywhere but the two hosts of the blog's pictures. */
export function nextImageAnswer(query: URLSearchParams): Answer {
  const wanted = query.get('url') ?? '';
  const address = URL.parse(wanted.startsWith('//') ? `https:${wanted}` : wanted);
  if (!address || !IMAGE_HOSTS.includes(address.hostname)) return text('"url" parameter is not allowed', 400);
  return pictureAnswer(address.href, Number(query.get('w')));
}

/** A generated picture for a picture's address: abstract, and always the same one. */
export function pictureAnswer(address: string, width = 1200): Answer {
  const body = picture(address, width > 1000 ? 960 : 640);
  const headers = { 'cache-control': 'public, max-age=60, must-revalidate', etag: `"${hash(address)}-${body.length}"` };
  return { status: 200, headers: { 'content-type': 'image/png', ...headers }, body };
}

function picture(address: string, width: number): Buffer {
  const key = `${width} ${address}`;
  const known = cache.get(key);
  if (known) return known;
  const options = { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } } as const;
  const png = Buffer.from(new Resvg(drawing(address), options).render().asPng());
  cache.set(key, png);
  return png;
}

function drawing(seed: string): string {
  const chance = createChance(seed);
  const [ground, ...inks] = chance.pick(PALETTES);
  const motif = chance.pick([bars, rings, waves, dots]);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 320">
    <rect width="640" height="320" fill="${ground}"/>${motif(chance, inks)}</svg>`;
}

type Motif = (chance: Chance, inks: readonly string[]) => string;

const ink = (inks: readonly string[], index: number): string => inks[index % inks.length] ?? '#fff';

const bars: Motif = (chance, inks) =>
  Array.from({ length: 19 }, (_, i) => {
    const height = chance.between(30, 250);
    const top = 160 - height / 2;
    return `<rect x="${28 + i * 31}" y="${top}" width="19" height="${height}" rx="9.5" fill="${ink(inks, i)}"/>`;
  }).join('');

const rings: Motif = (chance, inks) => {
  const [x, y] = [chance.between(180, 460), chance.between(90, 230)];
  return Array.from({ length: 8 }, (_, i) => {
    const radius = 330 - i * 42;
    return `<circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="${ink(inks, i)}" stroke-width="17"/>`;
  }).join('');
};

const waves: Motif = (chance, inks) =>
  Array.from({ length: 6 }, (_, i) => {
    const [y, lift] = [50 + i * 46, chance.between(-90, 90)];
    const path = `M-20 ${y} C140 ${y + lift} 220 ${y - lift} 330 ${y} S540 ${y + lift} 680 ${y}`;
    return `<path d="${path}" fill="none" stroke="${ink(inks, i)}" stroke-width="${16 + i * 4}"/>`;
  }).join('');

const dots: Motif = (chance, inks) =>
  Array.from({ length: 11 * 6 }, (_, i) => {
    const [x, y] = [20 + (i % 11) * 60, 10 + Math.floor(i / 11) * 60];
    return `<circle cx="${x}" cy="${y}" r="${chance.between(5, 28)}" fill="${ink(inks, chance.between(0, 2))}"/>`;
  }).join('');
