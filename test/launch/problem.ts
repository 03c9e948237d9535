/** A problem as one text: what kind, what it says, and where it came from. */
export function problem(kind: string, text: string, source: string, line: number): string {
  return `${kind}: ${text} (${source || 'unknown place'}${line > 0 ? `:${line}` : ''})`;
}

/** The problems of one session, one text each. */
export interface ProblemLog {
  readonly problems: readonly string[];
  readonly report: (problem: string) => void;
  /** From now on nothing is written down: a browser that is closing breaks off whatever is under way. */
  readonly end: () => void;
}

export function createProblemLog(): ProblemLog {
  const problems: string[] = [];
  let ended = false;
  return {
    problems,
    report: (problem) => {
      if (!ended) problems.push(problem);
    },
    end: () => {
      ended = true;
    },
  };
}
