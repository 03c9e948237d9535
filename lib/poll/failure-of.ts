import { BlogRefused, BlogTooLarge, type Failure, isUnanswered, LinerNotesError } from '../errors.ts';
import { libraryFailureOf } from '../store/library-failure.ts';

/** The failure to show for what was thrown; what was not expected is a bug of ours, and goes to the console as well. */
export function failureOf(error: unknown): Failure {
  if (error instanceof LinerNotesError) return error.failure;
  const closed = libraryFailureOf(error);
  if (closed) return closed.failure;
  console.error(error);
  return { code: 'internal' };
}

/** Whether another source of posts may do better: not where the blog as a whole does not answer, or asks to be left alone. */
export function mayDoBetter(error: unknown): boolean {
  if (error instanceof BlogRefused) return error.failure.status !== 429 && error.failure.status !== 503;
  const code = error instanceof LinerNotesError ? error.failure.code : undefined;
  return code === 'unreadable' || code === 'tooLarge';
}

/** Whether the home page may answer though the feed has not: its address alone may be broken, or lead elsewhere. */
export function mayOthersAnswer(error: unknown): boolean {
  return mayDoBetter(error) || (error instanceof LinerNotesError && isUnanswered(error.failure));
}

/** Whether trying again later will not help: it is gone, or something else than it was. */
export function isLasting(error: unknown): boolean {
  if (error instanceof BlogRefused) return error.failure.status < 500 && error.failure.status !== 429;
  return mayDoBetter(error);
}

/** Whether it will never be there. Another refusal may be meant for all that is asked, and end. */
export function hasGone(error: unknown): boolean {
  if (error instanceof BlogRefused) return error.failure.status === 404 || error.failure.status === 410;
  return error instanceof BlogTooLarge;
}

/** How long the blog asked to be left alone with this, in ms; 0 if it did not. */
export function retryAfterOf(error: unknown): number {
  return error instanceof BlogRefused ? error.retryAfter : 0;
}
