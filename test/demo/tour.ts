import type { Page } from 'puppeteer-core';
import { HOME_URL } from '../../lib/blog/site.ts';
import { switchToDark } from '../launch/dark.ts';
import { openBlog } from './blog-page.ts';
import { badgeIs, checkNoProblems, firstBadge } from './checks.ts';
import { clearGallery, takeScreenshot } from './gallery.ts';
import type { Stage } from './stage.ts';
import { openLibrary, printViews, searchLibrary } from './tour-library.ts';
import { cardIsRead, checkUnreadCards, clearFilter, filterCards, markOneCard } from './tour-page.ts';
import { openFirstPost, openPopup, printRows } from './tour-popup.ts';

/** Uses the extension as a person would and prints what it shows. Throws an Error at the first thing that is wrong. */
export async function playTour(stage: Stage): Promise<void> {
  const interruption = stage.interrupted.then(() => Promise.reject(new Error('The tour was interrupted.')));
  const end = stage.session.ended.then(() => Promise.reject(new Error('The browser ended before the tour did.')));
  await Promise.race([playSteps(stage), interruption, end]);
}

async function playSteps(stage: Stage): Promise<void> {
  const start = performance.now();
  const blog = stage.live ? HOME_URL : 'a stand-in for the blog';
  console.log(`\nLiner Notes in ${await stage.session.browser.version()}, on ${blog}`);
  await clearGallery();
  // Without the blog every step would only wait in vain.
  if (stage.live) await (await openBlog(stage.session)).close();

  const unread = await step('1. Installed', () => installation(stage));
  const popup = await step('2. The popup', () => popupList(stage, unread));
  const home = await step('3. The home page', () => marks(stage, unread));
  await step('4. The filter', () => filter(home));
  await step('5. Reading a post', () => reading(stage, popup, home, unread - 2));
  await step('6. The library', () => library(stage));
  await step('7. Dark', () => dark(stage, home));
  await step('8. Problems', () => checkNoProblems(stage));
  console.log(
    `\nThe tour took ${((performance.now() - start) / 1000).toFixed(1)} seconds, and everything was as it should be.`,
  );
}

async function step<T>(name: string, play: () => Promise<T>): Promise<T> {
  console.log(`\n${name}`);
  try {
    return await play();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The tour failed at "${name}": ${reason}`, { cause: error });
  }
}

async function installation(stage: Stage): Promise<number> {
  const unread = await firstBadge(stage);
  console.log(`   The badge shows ${unread}.`);
  return unread;
}

async function popupList({ session }: Stage, unread: number): Promise<Page> {
  const popup = await openPopup(session);
  await printRows(popup, unread);
  await takeScreenshot(popup, '1-popup');
  return popup;
}

async function marks({ session }: Stage, unread: number): Promise<Page> {
  const home = await openBlog(session);
  await home.setViewport({ width: 1280, height: 900 });
  await checkUnreadCards(home, unread);
  await markOneCard(home);
  await badgeIs(session, unread - 1);
  await takeScreenshot(home, '2-home');
  return home;
}

async function filter(home: Page): Promise<void> {
  await filterCards(home, 'Data Science');
  await takeScreenshot(home, '3-filter');
  await clearFilter(home);
}

async function reading({ session }: Stage, popup: Page, home: Page, unread: number): Promise<void> {
  const { title, tab } = await openFirstPost(session, popup);
  await badgeIs(session, unread);
  await cardIsRead(home, title);
  console.log('   Its card on the home page says read.');
  await tab.setViewport({ width: 1280, height: 900 });
  await takeScreenshot(tab, '4-article');
}

async function library(stage: Stage): Promise<void> {
  const page = await openLibrary(stage.session);
  await printViews(page);
  await takeScreenshot(page, '5-library');
  await searchLibrary(page, 'data');
  await takeScreenshot(page, '6-search');
}

async function dark({ session }: Stage, home: Page): Promise<void> {
  const popup = await openPopup(session);
  await switchToDark(session, [popup, home]);
  await takeScreenshot(popup, '7-popup-dark');
  await takeScreenshot(home, '8-home-dark');
}
