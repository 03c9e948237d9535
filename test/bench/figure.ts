/** One figure of the benchmark, as `.output/bench.json` keeps it. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  readonly baseline: number | null;
  /** The value in baselines. */
  readonly ratio: number | null;
  readonly goal: string | null;
  readonly met: boolean | null;
}

type Unit = 'ms' | 'bytes' | 'requests' | 'requests a minute' | 'writes' | 'rows' | 'frames' | '%';

/** What a value, or a ratio, is to be at most, and how that is said. */
export interface Goal {
  readonly most: number;
  readonly text: string;
}

/** A figure that is compared with nothing. */
export function plainFigure(name: string, value: number, unit: Unit, goal?: Goal): Figure {
  const rest = { goal: goal?.text ?? null, met: goal ? value <= goal.most : null };
  return { name, value: forUnit(value, unit), unit, baseline: null, ratio: null, ...rest };
}

/** A figure beside a baseline of the same unit. */
export function comparedFigure(name: string, value: number, baseline: number, unit: Unit, goal?: Goal): Figure {
  const ratio = rounded(value / baseline, 2);
  const both = { value: forUnit(value, unit), baseline: forUnit(baseline, unit) };
  return { name, unit, ...both, ratio, goal: goal?.text ?? null, met: goal ? ratio <= goal.most : null };
}

/** The middle one of the values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

/** The mean of the middle half of the values: of times that are told in steps the median is one of the steps. */
export function middleMean(values: readonly number[]): number {
  const quarter = Math.floor(values.length / 4);
  const middle = values.toSorted((a, b) => a - b).slice(quarter, values.length - quarter);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

/** The value that so great a part of the values, from 0 to 1, does not exceed. */
export function percentile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * part) - 1)] ?? Number.NaN;
}

/** The figures as a table for people. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [['figure', 'value', 'baseline', 'ratio', 'goal'], ...figures.map(cellsOf)];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => padded(cell, widths, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cellsOf({ name, value, unit, baseline, ratio, goal, met }: Figure): string[] {
  const verdict = met === null ? '' : met ? ': met' : ': missed';
  const baselineText = baseline === null ? '' : `${numberText(baseline)} ${unit}`;
  return [name, `${numberText(value)} ${unit}`, baselineText, ratio?.toFixed(2) ?? '', `${goal ?? ''}${verdict}`];
}

function padded(cell: string, widths: readonly number[], column: number): string {
  const width = widths[column] ?? 0;
  return column === 0 || column === widths.length - 1 ? cell.padEnd(width) : cell.padStart(width);
}

function numberText(value: number): string {
  return value.toLocaleString('en');
}

/** Times tell something to a tenth of a millisecond, as shares do to a tenth of a hundredth; all else is counted. */
function forUnit(value: number, unit: Unit): number {
  return rounded(value, unit === 'ms' || unit === '%' ? 1 : 0);
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
