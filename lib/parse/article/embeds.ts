import { BLOG_ORIGIN } from '../../blog/site.ts';
import { cleanText } from '../text.ts';
import { made } from './dom.ts';

/** What a page shows of another, or plays. */
const EMBEDS = `iframe, frame, object, embed, video, audio, lite-youtube, lite-vimeo, .rll-youtube-player, [data-youtube-id],
  .wp-block-embed__wrapper`;
const ADDRESSES = ['data-src', 'data-lazy-src', 'src', 'data'];
const TITLES = ['title', 'aria-label', 'playlabel', 'data-title', 'data-alt'];
/** Titles that say no more than the address. */
const NO_TITLE = /^(?:(?:youtube|vimeo|video|spotify|embedded)\s*(?:video|player|content|embed|frame)*|iframe)$/i;
const YOUTUBE = /(?:^|\.)youtube(?:-nocookie)?\.com$/;
const YOUTUBE_PATH = /^\/(?:embed|v|shorts|live)\/([\w-]{5,20})/;

/** What kinds of things are embedded, by where they are from. */
const KINDS: ReadonlyArray<readonly [kind: string, address: RegExp]> = [
  ['video', /^(?:[\w.-]*\.)?(?:youtube\.com|vimeo\.com|loom\.com|wistia\.(?:com|net)|dailymotion\.com|twitch\.tv)\//],
  ['audio', /^(?:[\w.-]*\.)?(?:open\.spotify\.com|soundcloud\.com|anchor\.fm|simplecast\.com|podbean\.com)\//],
  ['slides', /^(?:[\w.-]*\.)?(?:slideshare\.net|speakerdeck\.com|docs\.google\.com\/presentation)\b/],
];

/** Makes links of what a text embeds: films, sound, slides and other pages; what nobody sees is removed. */
export function settleEmbeds(text: Element): void {
  for (const embed of text.querySelectorAll(EMBEDS)) {
    // One within another has gone with that.
    if (!text.contains(embed)) continue;
    if (embed.matches('.wp-block-embed__wrapper')) settleBareAddress(embed);
    else settle(embed);
  }
}

/** WordPress leaves the address where it could not ask what to embed. */
function settleBareAddress(wrapper: Element): void {
  const address = wrapper.childElementCount === 0 ? wrapper.textContent.trim() : '';
  if (/^https?:\/\/\S+$/.test(address)) wrapper.replaceChildren(linkTo(wrapper, address));
}

function settle(embed: Element): void {
  const address = isUnseen(embed) ? '' : addressOf(embed);
  if (address) embed.replaceWith(linkTo(embed, address));
  else embed.remove();
}

function isUnseen(embed: Element): boolean {
  // What it shows stands before it as well, as a link.
  if (embed.matches('iframe.wp-embedded-content')) return true;
  const sides = ['width', 'height'].map((side) => Number.parseFloat(embed.getAttribute(side) ?? ''));
  return sides.every((side) => side < 3) || /display:\s*none/.test(embed.getAttribute('style') ?? '');
}

function addressOf(embed: Element): string {
  const video = embed.getAttribute('videoid') ?? embed.getAttribute('data-youtube-id');
  if (video) return embed.localName === 'lite-vimeo' ? `https://vimeo.com/${video}` : watchAddress(video);
  const inner = embed.matches('video, audio') ? 'source' : 'embed, iframe';
  const sources = [embed, ...embed.querySelectorAll(inner)];
  const addresses = sources.flatMap((source) => ADDRESSES.map((name) => plainAddress(source.getAttribute(name) ?? '')));
  return addresses.find(Boolean) ?? '';
}

/** The address that a person would open: of the film itself, not of its player. */
function plainAddress(address: string): string {
  const url = address === '' ? null : URL.parse(address, BLOG_ORIGIN);
  if (!url || !/^https?:$/.test(url.protocol)) return '';
  const [, video] = (YOUTUBE.test(url.hostname) && YOUTUBE_PATH.exec(url.pathname)) || [];
  if (video && video !== 'videoseries') return watchAddress(video);
  if (url.hostname === 'youtu.be') return watchAddress(url.pathname.slice(1));
  if (url.hostname === 'player.vimeo.com') return vimeoAddress(url);
  if (url.hostname === 'open.spotify.com' && url.pathname.startsWith('/embed/')) {
    return `${url.origin}${url.pathname.replace(/^\/embed(?:-podcast)?/, '')}`;
  }
  return url.href;
}

function watchAddress(video: string): string {
  return `https://www.youtube.com/watch?v=${encodeURIComponent(video)}`;
}

/** A film that is not listed is only shown to those who have its key. */
function vimeoAddress({ pathname, searchParams }: URL): string {
  const key = searchParams.get('h');
  return `https://vimeo.com${pathname.replace('/video/', '/')}${key ? `/${encodeURIComponent(key)}` : ''}`;
}

function linkTo(embed: Element, address: string): Element {
  const page = embed.ownerDocument;
  const href = plainAddress(address) || address;
  const { host, pathname, search } = new URL(href);
  const shown = host + pathname + (pathname === '/watch' ? search : '');
  const title = TITLES.map((name) => cleanText(embed.getAttribute(name))).find((text) => text && !NO_TITLE.test(text));
  const kind = KINDS.find(([, known]) => known.test(host + pathname))?.[0] ?? kindOf(embed);
  const paragraph = page.createElement('p');
  paragraph.append(made(page, 'a', { class: 'embed', 'data-kind': kind, href }, title ?? shown));
  return paragraph;
}

function kindOf({ localName }: Element): string {
  return localName === 'video' || localName === 'audio' ? localName : 'frame';
}
