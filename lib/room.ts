import pRetry, { type Options } from 'p-retry';
import { isOutOfRoom } from './store/library-failure.ts';

/** Browsers take up to half a minute to make room of what was deleted. */
const UNTIL_THERE_IS_ROOM: Options = {
  retries: 5,
  minTimeout: 1500,
  shouldRetry: ({ error }) => isOutOfRoom(error),
};

/** Writes to the library; where there is no room, again for as long as room may still come of what was deleted before. */
export function whenThereIsRoom<T>(write: () => Promise<T>): Promise<T> {
  return pRetry(write, UNTIL_THERE_IS_ROOM);
}
