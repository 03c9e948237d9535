import type { Page } from 'puppeteer-core';
import { getByRole, queryAllByRole } from '../launch/by-role.ts';
import { waitFor } from '../launch/wait-for.ts';
import { type CardFacts, readCards } from './cards.ts';
import { check } from './checks.ts';

const MARK_AS_READ = 'Mark as read: ';

/** Waits for the marks on the cards: as many have to say unread as the badge does. */
export async function checkUnreadCards(page: Page, unread: number): Promise<void> {
  const cards = await waitFor(async () => {
    const found = await readCards(page);
    return found.length > 0 && found;
  }, 'marks on the cards');
  const marked = cards.filter(({ reading }) => reading === 'unread').length;
  console.log(`   ${marked} of its ${cards.length} cards are marked unread.`);
  check(marked === unread, `${marked} cards are marked unread, and the badge says ${unread}.`);
}

/** Presses "Mark as read" on the first card that has it, and waits until the card agrees. */
export async function markOneCard(page: Page): Promise<void> {
  const [button] = await queryAllByRole(page, 'button', new RegExp(`^${MARK_AS_READ}`));
  check(button !== undefined, 'No card has a button "Mark as read".');
  const name = await button.evaluate((element) => element.getAttribute('aria-label') ?? '');
  await button.click();
  const title = name.slice(MARK_AS_READ.length);
  await cardIsRead(page, title);
  console.log(`   Pressed "Mark as read" on "${title}": its card now has data-liner-notes="read".`);
}

/** Waits until the card with this title is marked as read. */
export async function cardIsRead(page: Page, title: string): Promise<void> {
  const isRead = async () => {
    const card = (await readCards(page)).find((card) => card.title === title);
    check(card?.reading === 'read', `it says ${card?.reading ?? 'nothing'}`);
    return true;
  };
  await waitFor(isRead, `the card "${title}" to say read`);
}

/** Presses the filter's button for this category: exactly the cards that have it may stay. Prints their titles. */
export async function filterCards(page: Page, category: string): Promise<void> {
  const all = await readCards(page);
  const wanted = titlesOf(all.filter(({ categories }) => categories.includes(category)));
  check(wanted.length > 0, `No card has the category "${category}".`);
  await (await getByRole(page, 'button', 'Filter')).click();
  await (await getByRole(page, 'button', new RegExp(`^${category} \\d+$`))).click();
  await shownAre(page, wanted);
  console.log(`   Pressed "${category}": the ${wanted.length} cards of this category are left, of ${all.length}:`);
  for (const title of wanted) console.log(`      ${title}`);
}

/** Presses "Clear" in the filter: every card has to be back. */
export async function clearFilter(page: Page): Promise<void> {
  const all = titlesOf(await readCards(page));
  await (await getByRole(page, 'button', 'Clear')).click();
  await shownAre(page, all);
  console.log(`   Pressed "Clear": all ${all.length} cards are back.`);
}

async function shownAre(page: Page, wanted: readonly string[]): Promise<void> {
  const areShown = async () => {
    const shown = titlesOf((await readCards(page)).filter((card) => card.shown));
    check(shown.join('\n') === wanted.join('\n'), `it shows ${shown.join(' · ') || 'none'}`);
    return true;
  };
  await waitFor(areShown, `the page to show just these cards: ${wanted.join(' · ')}`);
}

function titlesOf(cards: readonly CardFacts[]): string[] {
  return cards.map(({ title }) => title);
}
