/** So many lines may be drawn anew in one frame: with all those around what is seen it would take too long. */
const MOST_NEW = 8;

/** What is known of lines that could be drawn. */
interface Judgement<Line> {
  /** Is drawn whatever it takes, as what is seen is. */
  readonly isNeeded: (line: Line) => boolean;
  /** Was not drawn before. */
  readonly isNew: (line: Line) => boolean;
  /** How far it is from what is seen. */
  readonly distanceOf: (line: Line) => number;
}

/** The lines that the next frame draws, in their order: what is needed and what was drawn before, and the nearest of the others. */
export function withinBudget<Line>(lines: readonly Line[], { isNeeded, isNew, distanceOf }: Judgement<Line>): Line[] {
  const room = Math.max(0, MOST_NEW - lines.filter((line) => isNeeded(line) && isNew(line)).length);
  const others = lines.filter((line) => !isNeeded(line) && isNew(line));
  const later = new Set(others.toSorted((a, b) => distanceOf(a) - distanceOf(b)).slice(room));
  return lines.filter((line) => !later.has(line));
}
