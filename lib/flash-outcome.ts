import { flashBadge } from './badge.ts';

/** Answers whether it worked; undefined where the reader sees that anyway. */
export type Work = () => Promise<boolean | undefined>;

/** Does what the reader asks for where there is no page to say what came of it: the badge does. */
export async function flashOutcome(work: Work): Promise<void> {
  const hasWorked = await work().catch((error: unknown) => {
    console.error(error);
    return false;
  });
  if (hasWorked !== undefined) await flashBadge(hasWorked);
}
