import { browser } from 'wxt/browser';

/** A library for this would be a twentieth of all that the blog's pages load. */
const WAITS_MS = [100, 300, 900];

/**
 * The background's answer. It is asked again if there was none: it may have been stopped just then, and the next message
 * starts it. Every message can be sent twice without harm.
 * @throws Error if there was no good answer within about a second and a half.
 */
export function untilAnswered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  return answerWithin(WAITS_MS, ask);
}

async function answerWithin<Answer>([wait, ...waits]: readonly number[], ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    // An extension that was updated or removed meanwhile has no id any more, and nobody to answer.
    if (wait === undefined || browser.runtime.id === undefined) throw error;
    await new Promise((resolve) => setTimeout(resolve, wait));
    return answerWithin(waits, ask);
  }
}
