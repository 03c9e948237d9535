import { browser } from 'wxt/browser';
import { mark } from './actions.ts';
import { flashBadge } from './badge.ts';
import { postIdOf } from './post.ts';
import { knownPosts } from './store/posts.ts';

/** Answers whether it worked; undefined where the reader sees that anyway. */
type Work = () => Promise<boolean | undefined>;

/**
 * Does what the reader presses keys for anywhere in the browser, by the names in the manifest; to be called in the first turn
 * of the background. There is no page to say what came of it, so the badge does.
 */
export function followCommands(check: Work): void {
  const works: Readonly<Record<string, Work>> = {
    'open-library': openLibraryPage,
    'check-now': check,
    'save-page': saveShownPost,
  };
  browser.commands.onCommand.addListener(async (name) => {
    const hasWorked = await works[name]?.().catch((error: unknown) => {
      console.error(error);
      return false;
    });
    if (hasWorked !== undefined) await flashBadge(hasWorked);
  });
}

async function openLibraryPage(): Promise<undefined> {
  await browser.tabs.create({ url: browser.runtime.getURL('/library.html') });
}

/** Of other sites' pages the browser does not tell the address, and they have no post to save. */
async function saveShownPost(): Promise<boolean> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const id = tab?.url && postIdOf(tab.url);
  if (!id || (await knownPosts([id])).size === 0) return false;
  await mark([id], 'saved');
  return true;
}
