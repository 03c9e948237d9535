/** Of silent reading of English non-fiction: Brysbaert, How many words do we read per minute?, 2019. */
const WORDS_PER_MINUTE = 238;

/** How long so many words take to read, in minutes. */
export function readingMinutes(words: number): number {
  return words / WORDS_PER_MINUTE;
}

/** The minutes as readers are told them: whole ones, at least one. */
export function wholeMinutes(minutes: number): number {
  return Math.max(1, Math.round(minutes));
}
