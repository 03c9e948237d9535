import { LibraryClosed } from '../errors.ts';

/** Names of what browsers throw where they let nobody store anything (IndexedDB 3.0, 4.2; Dexie wraps it in its own). */
const REFUSED = /^(MissingAPIError|InvalidStateError|SecurityError|NotAllowedError|QuotaExceededError)$/;

/** The expected failure behind what a query of the library has thrown; undefined if it is another. */
export function libraryFailureOf(error: unknown): LibraryClosed | undefined {
  const causes = causesOf(error);
  const told = causes.find((cause) => cause instanceof LibraryClosed);
  if (told) return told;
  const names = causes.map((cause) => (cause instanceof Error || cause instanceof DOMException ? cause.name : ''));
  if (names.some((name) => REFUSED.test(name))) return new LibraryClosed('libraryRefused', { cause: error });
  const isClosed = names.some((name) =>
    /^(OpenFailedError|DatabaseClosedError|UnknownError|DataError|AbortError|NotFoundError)$/.test(name),
  );
  return isClosed ? new LibraryClosed('libraryDamaged', { cause: error }) : undefined;
}

/** Whether something could not be stored because there is no room for it; Dexie wraps what the browser has thrown. */
export function isOutOfRoom(error: unknown): boolean {
  return causesOf(error).some((cause) => cause instanceof Error && cause.name === 'QuotaExceededError');
}

function causesOf(error: unknown): unknown[] {
  const causes = new Set([error]);
  for (const cause of causes) for (const inner of innersOf(cause)) causes.add(inner);
  return [...causes];
}

function innersOf(error: unknown): unknown[] {
  if (typeof error !== 'object' || error === null) return [];
  // What is written in bulk fails for as many reasons as it has parts.
  if ('failures' in error && Array.isArray(error.failures)) return error.failures;
  return [('inner' in error && error.inner) || ('cause' in error && error.cause)];
}
