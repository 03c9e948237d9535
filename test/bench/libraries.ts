import { launch, type Session } from '../launch/launch.ts';
import { withEmptyPopup } from './empty-popup.ts';
import { fillLibrary, samplePosts } from './library.ts';
import { rest } from './rest.ts';

// Nothing answers there: no check brings anything.
const NOWHERE = 9;

/** A browser whose library holds a number of unread posts. */
export interface Library {
  readonly count: number;
  readonly session: Session;
  /** The build that is installed in it: it has the empty popup in it as well. */
  readonly folder: string;
}

/**
 * Does the work with a library of each size. Each has a browser of its own, all at once: no library was ever larger, and
 * whatever else the machine does falls on all of them.
 */
export function withLibraries<T>(
  built: string,
  counts: readonly number[],
  work: (libraries: readonly Library[]) => Promise<T>,
): Promise<T> {
  return withEmptyPopup(built, async (folder) => {
    const libraries: Library[] = [];
    try {
      for (const count of counts) {
        const session = await launch({ browser: 'chromium', extension: folder, proxyPort: NOWHERE });
        libraries.push({ count, session, folder });
        // This page stays open: the extension's process lives on, so that no time is spent on starting it.
        await fillLibrary(await session.barePage(), samplePosts(count));
      }
      await rest();
      return await work(libraries);
    } catch (error) {
      const problems = libraries.flatMap(({ session }) => session.problems);
      throw new Error(`Problems in the browsers: ${problems.join('\n') || 'none'}`, { cause: error });
    } finally {
      await Promise.all(libraries.map(({ session }) => session.close()));
    }
  });
}
