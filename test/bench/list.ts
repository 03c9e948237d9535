import type { Figure } from './figure.ts';
import { followingFigures } from './following.ts';
import { type Library, withLibraries } from './libraries.ts';
import { heapFigure } from './list-heap.ts';
import { loadedFigure } from './loaded.ts';
import { markingFigures } from './marking.ts';
import { openingFigures } from './opening.ts';
import { scrollingFigures } from './scrolling.ts';
import { drawnFigure } from './whole-list.ts';

/** What the reading list of a build costs, with few posts and with many. */
export function listFigures(built: string): Promise<Figure[]> {
  return withLibraries(built, [100, 10_000, 100_000], async (libraries) => {
    const opening = await openingFigures(libraries);
    const large = libraryOf(libraries, 10_000);
    const whole = [
      await loadedFigure(large),
      await heapFigure(large),
      await drawnFigure(libraryOf(libraries, 100_000)),
    ];
    const scrolling = await scrollingFigures(large);
    return [...opening, ...whole, ...scrolling, ...(await markingFigures(large)), ...(await followingFigures(large))];
  });
}

function libraryOf(libraries: readonly Library[], wanted: number): Library {
  const library = libraries.find(({ count }) => count === wanted);
  if (!library) throw new Error(`There is no library of ${wanted} posts.`);
  return library;
}
