import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { waitFor } from '../launch/wait-for.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = '.output/tour';

/** Removes the screenshots of an earlier tour. */
export async function clearGallery(): Promise<void> {
  await rm(join(ROOT, FOLDER), { recursive: true, force: true });
  await mkdir(join(ROOT, FOLDER), { recursive: true });
}

/** Takes a screenshot of what the page's tab shows, once the pictures in view are there, and prints its path. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  await waitFor(() => page.evaluate(picturesAreThere), 'the pictures of the page');
  const path = `${FOLDER}/${name}.png`;
  await page.screenshot({ path: join(ROOT, path) });
  console.log(`   Screenshot: ${path}`);
}

function picturesAreThere(): boolean {
  return [...document.images].every((image) => {
    const { top, bottom } = image.getBoundingClientRect();
    return image.complete || !image.checkVisibility() || bottom < 0 || top > innerHeight;
  });
}
