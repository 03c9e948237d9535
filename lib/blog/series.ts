import { monthOf, type Post } from '../post.ts';

/** Where a post stands in a series. */
export interface Place {
  /** The same for all parts of one series: its words, in small letters. */
  readonly name: string;
  readonly part: number;
}

const NUMERALS = 'i ii iii iv v vi vii viii ix x'.split(' ');
const WORDS = 'one two three four five six seven eight nine ten'.split(' ');
const ORDINALS = 'first second third fourth fifth sixth'.split(' ');

const DIGITS = String.raw`\d{1,2}`;
const PART = String.raw`\b(?:part|pt\.?)(?:\s+|-)?#?`;
/** What may follow the number: `The Part I Play`, `Part 2.5` and `Part 1–3` are none. */
const END = String.raw`(?=\s*(?:$|[)\]”":;,|]|[–—](?!\d)|[.!?](?!\d)|-\s|of\b))`;

const COUNT = [DIGITS, ...WORDS].join('|');
const IN_TITLE = /* @__PURE__ */ new RegExp(
  `${PART}(${COUNT}|${NUMERALS.join('|')})(?:(?:\\s+of\\s+|/)(?:${COUNT}))?${END}`,
  'i',
);

/** The pattern of an ordinal, and that of how a sentence names a part; the number is in the one group that matches. */
export const ORDINAL = String.raw`\b(${ORDINALS.join('|')})\b(?:\s+and\s+final\b)?`;
export const PART_IN_SENTENCE = String.raw`(?:${PART}((?:${COUNT})\b|(?:${NUMERALS.join('|')})${END})|${ORDINAL}\s+(?:part|instal+ment)\b)`;

/** The number that digits, a word or a Roman numeral stand for. */
export function numberOf(written: string): number {
  const word = written.toLowerCase();
  const index = [NUMERALS, WORDS, ORDINALS].map((names) => names.indexOf(word)).find((found) => found >= 0);
  return index === undefined ? Number(word) : index + 1;
}

/** Where the post with this title stands in a series, as far as the title tells. */
export function seriesOf(title: string): Place | undefined {
  const match = IN_TITLE.exec(title);
  if (!match) return undefined;
  const [found, number = ''] = match;
  const before = title.slice(0, match.index);
  const after = title.slice(match.index + found.length).replace(/^[^\p{L}\p{N}]+/u, '');
  // The bracket that the part stands in may tell the name too: `(Honk, Part 1)`.
  const bracket = before.search(/[([][^()[\]]*$/);
  const inBracket = bracket < 0 ? '' : before.slice(bracket);
  const outside = bracket < 0 ? before : before.slice(0, bracket);
  const name = keyOf(inBracket) || keyOf(withoutSubtitle(outside)) || keyOf(withoutSubtitle(after));
  return name ? { name, part: numberOf(number) } : undefined;
}

/** The parts before and after a post: the nearest that there are, and of several with one number the nearest in time. */
export function neighbours<T extends Pick<Post, 'id' | 'title' | 'date'>>(
  post: Pick<Post, 'id' | 'title'> & Partial<Pick<Post, 'date'>>,
  others: readonly T[],
): { previous?: T; next?: T } {
  const own = seriesOf(post.title);
  if (!own) return {};
  const parts = others.flatMap((other) => {
    const place = other.id === post.id ? undefined : seriesOf(other.title);
    return place?.name === own.name ? [{ other, part: place.part, away: daysBetween(post, other) }] : [];
  });
  const nearest = (side: 1 | -1): T | undefined =>
    parts
      .filter(({ part }) => side * (part - own.part) > 0)
      .sort((a, b) => side * (a.part - b.part) || a.away - b.away)[0]?.other;
  const [previous, next] = [nearest(-1), nearest(1)];
  return { ...(previous && { previous }), ...(next && { next }) };
}

/** A subtitle may be of one part alone. What stands before it may be too little of a name, though: `Backstage: …`. */
function withoutSubtitle(title: string): string {
  const [main = ''] = title.split(/:\s|\s[–—-]\s/);
  return main.trim().split(/\s+/).length < 3 ? title : main;
}

/** `A Behind-the-Scenes Look at How We …` was followed by `How We …`. */
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^an? (?:[^ ]+ ){0,4}(?:look|dive) (?:at|into|inside) | series$|^\d+$/g, '');
}

function daysBetween(...posts: readonly (Pick<Post, 'id'> & Partial<Pick<Post, 'date'>>)[]): number {
  const [a = 0, b = 0] = posts.map(({ id, date }) => Date.parse(date || monthOf(id)));
  return Math.abs(a - b);
}
