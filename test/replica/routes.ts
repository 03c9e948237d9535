import type { Catalogue } from './catalogue.ts';
import type { Answer, Part, Settings } from './types.ts';

/** How one era of the site answers: the part that is asked for, if faults can be set on it, and its good answer. */
export type Route = (
  url: URL,
  catalogue: Catalogue,
  settings: Settings,
) => { part: Part | undefined; answer: () => Promise<Answer> };
