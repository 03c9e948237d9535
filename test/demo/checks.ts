import { queryAllByRole, textOf } from '../launch/by-role.ts';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
import type { Stage } from './stage.ts';
import { openPopup } from './tour-popup.ts';

/** How many posts are unread after the installation: a home page's worth. */
const FIRST_UNREAD = 13;

/** Throws an Error with this sentence unless the condition holds. */
export function check(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence);
}

/** Waits for the badge that follows the installation; answers its number. The real blog may have any. */
export async function firstBadge({ session, live }: Stage): Promise<number> {
  const wanted = live ? 'a number' : String(FIRST_UNREAD);
  try {
    return await badge(session, wanted, (text) => (live ? Number(text) > 0 : text === wanted));
  } catch (error) {
    const [alert] = await queryAllByRole(await openPopup(session), 'alert');
    if (!alert) throw error;
    throw new Error(`There is no badge with ${wanted}. The popup says: ${await textOf(alert)}`, { cause: error });
  }
}

/** Waits until the badge shows the number, and prints it. */
export async function badgeIs(session: Session, count: number): Promise<void> {
  await badge(session, String(count), (text) => text === String(count));
  console.log(`   The badge now shows ${count}.`);
}

function badge(session: Session, wanted: string, isRight: (text: string) => boolean): Promise<number> {
  const read = async () => {
    const text = await session.badge();
    check(isRight(text), `it shows "${text}"`);
    return Number(text);
  };
  return waitFor(read, `the badge to show ${wanted}`);
}

/** Throws an Error with what went wrong in any console. The real blog's own problems are no concern here. */
export async function checkNoProblems({ session, live }: Stage): Promise<void> {
  const ours = session.problems.filter((problem) => !live || problem.includes(session.extensionOrigin));
  check(ours.length === 0, `The consoles have:\n${ours.join('\n')}`);
  console.log('   None: no error or warning in any console.');
}
