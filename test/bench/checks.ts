import { backgroundOf } from './background.ts';
import { crowdFigures } from './crowd-figures.ts';
import type { Figure } from './figure.ts';
import { newPostFigures } from './new-posts.ts';
import { onStage } from './stage.ts';
import { trafficOf } from './traffic.ts';
import { startFigure, unchangedFigures } from './unchanged.ts';

/** What the checks of a build cost: the reader's machine, and the blog. */
export async function checkFigures(extension: string): Promise<Figure[]> {
  const { figures, traffic } = await onStage(extension, async (stage) => {
    const { session, replica, page } = stage;
    const start = await startFigure(session, page);
    const background = await backgroundOf(session);
    const unchanged = await unchangedFigures(background, replica);
    const traffic = await trafficOf(background, replica);
    return { figures: [...unchanged, start, ...(await newPostFigures(stage, background))], traffic };
  });
  return [...figures, ...crowdFigures(traffic)];
}
