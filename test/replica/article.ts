import { BLOG, wordpressAddress } from './addresses.ts';
import { CODE, FIGURES, HEADINGS, LISTS, PARAGRAPHS, SUBHEADINGS, TABLES } from './article-prose.ts';
import { type Chance, createChance } from './chance.ts';
import { seriesLinks } from './series.ts';
import type { ReplicaPost } from './types.ts';

export type Inline = string | { text: string; href: string } | { code: string };

export type Block =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'paragraph'; parts: Inline[] }
  | { kind: 'list'; ordered: boolean; items: readonly string[] }
  | { kind: 'code'; text: string }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'figure'; file: string; caption: string };

/** The text of a post's page: invented, and always the same for the same post. */
export function articleOf(post: ReplicaPost, posts: readonly ReplicaPost[]): Block[] {
  const chance = createChance(post.entryId);
  const headings = chance.shuffle(HEADINGS);
  const prose = chance.shuffle(PARAGRAPHS);
  const paragraphs = (count: number): Block[] => prose.splice(0, count).map(paragraph);
  return [
    paragraph(post.excerpt.replace(/\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])$/, '.')),
    ...seriesLinks(post, posts).map((parts): Block => ({ kind: 'paragraph', parts })),
    ...paragraphs(1),
    heading(2, headings[0]),
    ...paragraphs(2),
    figure(chance, 1),
    { kind: 'list', ordered: false, items: chance.pick(LISTS) },
    heading(3, chance.pick(SUBHEADINGS)),
    ...paragraphs(1),
    { kind: 'code', text: chance.pick(CODE) },
    heading(2, headings[1]),
    ...paragraphs(1),
    { kind: 'table', ...chance.pick(TABLES) },
    olderPostLink(chance, post, posts),
    figure(chance, 2),
    heading(2, 'What comes next'),
    ...paragraphs(1),
    { kind: 'list', ordered: true, items: chance.pick(LISTS) },
    ...moreSections(chance, post.moreSections ?? 0),
    { kind: 'paragraph', parts: ['Read on: the flag ', { code: '--dry-run' }, ' is your friend. Thanks for reading!'] },
  ];
}

/** Two other posts for the foot of a post's page, of the same categories if there are any. */
export function relatedTo(post: ReplicaPost, posts: readonly ReplicaPost[]): ReplicaPost[] {
  const shared = (other: ReplicaPost): number =>
    other.categories.filter((category) => post.categories.includes(category)).length;
  const others = posts.filter(({ id }) => id !== post.id);
  return others.sort((a, b) => shared(b) - shared(a)).slice(0, 2);
}

function moreSections(chance: Chance, count: number): Block[] {
  return Array.from({ length: count }, (_, index): Block[] => [
    heading(2, chance.pick(HEADINGS)),
    ...chance.shuffle(PARAGRAPHS).map(paragraph),
    figure(chance, index + 3),
    { kind: 'list', ordered: false, items: chance.pick(LISTS) },
    { kind: 'code', text: chance.pick(CODE) },
    { kind: 'table', ...chance.pick(TABLES) },
  ]).flat();
}

function heading(level: 2 | 3, text = 'Background'): Block {
  return { kind: 'heading', level, text };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', parts: [text] };
}

function figure(chance: Chance, number: number): Block {
  return { kind: 'figure', file: `figure-${number}.png`, caption: `Figure ${number}: ${chance.pick(FIGURES)}` };
}

/** Posts link older ones under the address forms of their day. */
function olderPostLink(chance: Chance, post: ReplicaPost, posts: readonly ReplicaPost[]): Block {
  const other = posts.filter(({ id, date }) => id !== post.id && date < '2024-11').at(chance.between(0, 20));
  if (!other) return paragraph('Nothing on this blog has covered the matter so far.');
  const dated = `${BLOG}/${other.date.replaceAll('-', '/')}/${other.id.split('/')[2]}/`;
  const href = chance.pick([wordpressAddress(other), `${wordpressAddress(other)}?utm_source=blog`, dated]);
  const link = { text: other.title.trim(), href };
  return {
    kind: 'paragraph',
    parts: ['We have written about this before, in ', link, ', and most of it still holds.'],
  };
}
