import { folded } from '../filter.ts';
import { STATES, valueText } from './query.ts';
import { OPERATORS, type Operator, type Token, tokensOf } from './tokens.ts';

/** A way to go on with what is being typed into the search. */
export interface Completion {
  /** As it is typed; of what has no name of its own, which it is. */
  readonly label: string | { readonly kind: 'phrase' | 'not' };
  /** All that stands there then, and where the caret is. */
  readonly text: string;
  readonly caret: number;
}

/** So many can be looked over. */
const MOST_COMPLETIONS = 12;
/** The blog began in it. */
const FIRST_YEAR = 2013;

/**
 * How the piece at the caret can be completed: to an operator, or with a value that it can have. Nothing, where the caret is
 * within a piece.
 */
export function completionsOf(text: string, caret: number, categoryNames: readonly string[]): Completion[] {
  const tokens = tokensOf(text);
  const token = tokens.findLast(({ start, end }) => start <= caret && caret <= end);
  if (token?.kind === 'phrase' || (token && token.end !== caret)) return [];
  const names = token?.kind === 'word' ? unquotedNames(text, tokens, token, categoryNames) : [];
  if (names.length > 0) return names.slice(0, MOST_COMPLETIONS);
  const completions =
    !token || token.kind === 'word'
      ? [
          ...operatorsFor(token).map((name) =>
            completed(text, token?.valueStart ?? caret, caret, `${name}:`, `${name}:`),
          ),
          ...(token ? [] : signsAt(text, caret)),
        ]
      : valuesFor(token.kind, token, categoryNames).map((value) =>
          finished(completed(text, token.valueStart, caret, value, valueText(value))),
        );
  return completions.slice(0, MOST_COMPLETIONS);
}

/** The categories whose name is typed without quotes, as in `category:data sci`. */
function unquotedNames(text: string, tokens: readonly Token[], word: Token, names: readonly string[]): Completion[] {
  const category = tokens[tokens.indexOf(word) - 1];
  if (category?.kind !== 'category' || word.isNegated || text.slice(category.valueStart, category.end).includes('"'))
    return [];
  const typed = folded(text.slice(category.valueStart, word.end));
  return possibleValues('category', names, typed)
    .filter((name) => folded(name).startsWith(typed))
    .map((name) => finished(completed(text, category.valueStart, word.end, name, valueText(name))));
}

function operatorsFor(token: Token | undefined): Operator[] {
  const typed = token?.values[0]?.toLowerCase() ?? '';
  return OPERATORS.filter((name) => name.startsWith(typed));
}

/** What can be typed that is no word: quotes, with the caret between them, and the sign of what is not wanted. */
function signsAt(text: string, caret: number): Completion[] {
  const [before, after] = [text.slice(0, caret), text.slice(caret)];
  return [
    { label: { kind: 'phrase' }, text: `${before}""${after}`, caret: caret + 1 },
    { label: { kind: 'not' }, text: `${before}-${after}`, caret: caret + 1 },
  ];
}

/** The values that begin with what is typed, and those of which a later word does; not what stands there already. */
function valuesFor(operator: Operator, { values }: Token, categoryNames: readonly string[]): string[] {
  const taken = new Set(values.map(folded));
  const typed = folded(values.at(-1) ?? '');
  const names = possibleValues(operator, categoryNames, typed).filter((value) => !taken.has(folded(value)));
  const first = names.filter((name) => folded(name).startsWith(typed));
  const later = names.filter((name) => folded(name).includes(` ${typed}`));
  const keys = [...first, ...later].map(folded);
  return [...first, ...later].filter((_, i) => keys.indexOf(keys[i] ?? '') === i);
}

/** The months are values only of the year that is typed. */
function possibleValues(operator: Operator, categoryNames: readonly string[], typed: string): readonly string[] {
  if (operator === 'category') return categoryNames;
  if (operator === 'is') return STATES;
  const typedYear = /^\d{4}(?=-)/.exec(typed)?.[0];
  if (typedYear) return Array.from({ length: 12 }, (_, i) => `${typedYear}-${String(i + 1).padStart(2, '0')}`);
  const year = new Date().getFullYear();
  return Array.from({ length: year - FIRST_YEAR + 1 }, (_, i) => String(year - i));
}

function completed(text: string, start: number, end: number, label: string, inserted: string): Completion {
  return { label, text: text.slice(0, start) + inserted + text.slice(end), caret: start + inserted.length };
}

/** With a blank after it, to go on with the next. */
function finished({ label, text, caret }: Completion): Completion {
  const rest = text.slice(caret);
  return { label, text: `${text.slice(0, caret)} ${rest.replace(/^\s/, '')}`, caret: caret + 1 };
}
