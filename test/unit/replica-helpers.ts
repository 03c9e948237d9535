import type { Site } from '../replica/site.ts';

export interface Got {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
  bytes: Buffer;
}

/** What a site answers to a GET, without any network. */
export async function get(site: Site, address: string, headers: Record<string, string> = {}): Promise<Got> {
  const url = new URL(address, 'https://engineering.atspotify.com').href;
  const reply = await site.respond({ method: 'GET', url, headers });
  if (reply === 'reset') throw new Error('reset');
  if ('bytes' in reply) throw new Error(`huge: ${reply.bytes} bytes of ${reply.contentType}`);
  const bytes = Buffer.from(reply.body);
  return { status: reply.status, headers: reply.headers, body: bytes.toString(), bytes };
}

/** The first group of each match. */
export function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

export function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

/** The cards of today's markup, the sticky post among them. */
export function cards(body: string) {
  return body
    .split(/(?=<section class="sticky-post">|<div class="post-card">)/)
    .slice(1)
    .map((card) => ({
      href: /<a href="([^"]+)"/.exec(card)?.[1] ?? '',
      title: unescaped(/__title">(.*?)<\/h2>/s.exec(card)?.[1] ?? ''),
      date: /__date">(.*?)<\/div>/.exec(card)?.[1] ?? '',
      tags: matches(card, /class="tag">(.*?)<\/a>/g),
    }));
}

/** The posts of WordPress's markup, as they stand in a list. */
export function listItems(body: string) {
  return matches(body, /<article[^>]*>(.*?)<\/article>/gs).map((item) => {
    const [, href = '', title = ''] = /<h2> *<a href="([^"]*)"[^>]*>(.*?)<\/a>/s.exec(item) ?? [];
    const date = /class="date">([^<]*)/.exec(item)?.[1] ?? '';
    return { href, title: unescaped(title), date, tags: matches(item, /class=info-btn>([^<]*)/g) };
  });
}

/** The items of a feed. */
export function items(feed: string): string[] {
  return matches(feed, /<item>(.*?)<\/item>/gs);
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
