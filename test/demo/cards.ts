import type { Page } from 'puppeteer-core';

/** A marked card of a listing page, as the page has it. */
export interface CardFacts {
  readonly title: string;
  readonly reading: string;
  readonly categories: readonly string[];
  /** False while the filter hides it. */
  readonly shown: boolean;
}

/** The marked cards, in the order of the page. */
export function readCards(page: Page): Promise<CardFacts[]> {
  return page.$$eval('[data-liner-notes]', (cards) =>
    cards.map((card) => ({
      title: (card.querySelector('h1, h2, h3')?.textContent ?? '').replace(/\s+/g, ' ').trim(),
      reading: card.getAttribute('data-liner-notes') ?? '',
      categories: [...card.querySelectorAll('a[href*="/tag/"]')].map((link) => link.textContent.trim()),
      shown: card.checkVisibility(),
    })),
  );
}
