import { launch, type Session } from '../launch/launch.ts';
import { startReplica } from '../replica/replica.ts';
import { interruption } from './interruption.ts';
import type { DemoOptions } from './options.ts';

/** What a demo plays on. */
export interface Stage {
  readonly session: Session;
  readonly live: boolean;
  /** Resolves when the person or the system asks this process to end. */
  readonly interrupted: Promise<void>;
}

/** Starts replica and browser, lets `play` use them, and ends them however that goes. */
export async function onStage(options: DemoOptions, play: (stage: Stage) => Promise<void>): Promise<void> {
  const { browser, headless, live } = options;
  const replica = live ? undefined : await startReplica();
  try {
    const session = await launch({ browser, headless, ...(replica && { proxyPort: replica.port }) }).catch((cause) => {
      throw headless ? cause : withoutWindow(cause);
    });
    try {
      await play({ session, live, interrupted: interruption() });
    } finally {
      await session.close();
    }
  } finally {
    await replica?.stop();
  }
}

function withoutWindow(cause: unknown): Error {
  const reason = String(cause)
    .replace(/TROUBLESHOOTING.*/s, '')
    .replace(/\s+/g, ' ')
    .trim();
  return new Error(`No browser window opened (${reason}). For a tour without one: npm start -- --headless`, { cause });
}
