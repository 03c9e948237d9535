/** What can stand before a colon. */
export const OPERATORS = ['category', 'is', 'before', 'after'] as const;
export type Operator = (typeof OPERATORS)[number];

/** A piece of what is typed into the search: `word`, `"exact words"`, `category:"two words",web`; a `-` before it negates. */
export interface Token {
  readonly kind: 'word' | 'phrase' | Operator;
  readonly isNegated: boolean;
  /** What it says, without quotes and sign; of an operator the values between its commas. */
  readonly values: readonly string[];
  /** As it is written, without the sign. */
  readonly raw: string;
  /** Where it stands; `valueStart` is where the last of its values begins, or its only one. */
  readonly start: number;
  readonly valueStart: number;
  readonly end: number;
}

const OPERATOR = new RegExp(`(${OPERATORS.join('|')}):`, 'iy');
const BLANKS = /\s*/y;
const WORD = /\S*/y;
/** Between quotes two of them stand for one; without the last one it goes on to the end. */
const QUOTED = /"((?:[^"]|"")*)(?:"|$)/y;
const UNQUOTED = /[^\s",]+/y;

/** The pieces of what is typed, in their order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let start = endOf(BLANKS, text, 0); start < text.length; ) {
    const token = tokenAt(text, start);
    tokens.push(token);
    start = endOf(BLANKS, text, token.end);
  }
  return tokens;
}

/** The text as one value, however many blanks and commas there are in it. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function tokenAt(text: string, start: number): Token {
  const isNegated = text[start] === '-';
  const begin = isNegated ? start + 1 : start;
  const rest = (end: number) => ({ isNegated, start, end, raw: text.slice(begin, end) });
  const operator = matchAt(OPERATOR, text, begin);
  if (operator) {
    const { values, valueStart, end } = valuesAt(text, begin + operator[0].length);
    return { kind: operatorOf(operator[1]), values, valueStart, ...rest(end) };
  }
  const phrase = matchAt(QUOTED, text, begin);
  if (phrase)
    return { kind: 'phrase', values: [unquoted(phrase)], valueStart: begin, ...rest(begin + phrase[0].length) };
  const end = endOf(WORD, text, begin);
  return { kind: 'word', values: [text.slice(begin, end)], valueStart: begin, ...rest(end) };
}

function valuesAt(text: string, start: number): { values: string[]; valueStart: number; end: number } {
  const values = [''];
  let valueStart = start;
  let end = start;
  for (let char = text[end]; char !== undefined && !/\s/.test(char); char = text[end]) {
    if (char === ',') {
      values.push('');
      end += 1;
      valueStart = end;
    } else {
      const phrase = matchAt(QUOTED, text, end);
      const part = phrase ?? matchAt(UNQUOTED, text, end);
      if (!part) break;
      values.push((values.pop() ?? '') + (phrase ? unquoted(phrase) : part[0]));
      end += part[0].length;
    }
  }
  return { values, valueStart, end };
}

function operatorOf(name = ''): Operator | 'word' {
  return OPERATORS.find((operator) => operator === name.toLowerCase()) ?? 'word';
}

function unquoted(phrase: RegExpExecArray): string {
  return (phrase[1] ?? '').replaceAll('""', '"');
}

function endOf(pattern: RegExp, text: string, start: number): number {
  return start + (matchAt(pattern, text, start)?.[0].length ?? 0);
}

function matchAt(sticky: RegExp, text: string, start: number): RegExpExecArray | null {
  sticky.lastIndex = start;
  return sticky.exec(text);
}
