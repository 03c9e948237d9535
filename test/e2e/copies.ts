import type { Page } from 'puppeteer-core';
import type { LibraryPost } from '../../lib/store/database.ts';
import type { MissingPicture, OfflineCopy } from '../../lib/store/offline-copy.ts';
import { fillLibrary, samplePosts } from '../bench/library.ts';
import type { Session } from '../launch/launch.ts';
import { waitFor } from '../launch/wait-for.ts';
import { FEATURE, FIGURES, LOST, richArticle, type SamplePicture, wordsIn } from './rich-article.ts';

/** A post as it is saved, with all that there is of it. */
export interface SampleCopy {
  readonly post: LibraryPost;
  readonly copy: OfflineCopy;
  readonly html: string;
  readonly pictures: readonly SamplePicture[];
}

type Change = { readonly html?: string } & Partial<Omit<OfflineCopy, 'id'>>;

const SAVED_AT = Date.UTC(2026, 9, 1);

/** A saved post. The one with the index 0 was saved last. */
export function sampleCopy(
  post: LibraryPost,
  index: number,
  { html = richArticle(), ...change }: Change = {},
): SampleCopy {
  const { id, url, title, date, categories } = post;
  const pictures = [FEATURE, ...FIGURES];
  const missing: MissingPicture[] = [{ address: LOST.address, code: 'refused' }];
  const copy: OfflineCopy = {
    id,
    url,
    title,
    date,
    categories,
    authors: ['Ada Example', 'Grace Sample'],
    image: FEATURE.address,
    pictures: pictures.map(({ address }) => address),
    missing,
    words: wordsIn(html),
    bytes: 123_456,
    savedAt: SAVED_AT - index * 60_000,
    ...change,
  };
  return { post, copy, html, pictures };
}

/** Fills the library with so many posts, all saved, each changed by its index; answers their copies, the last saved first. */
export async function fillCopies(
  session: Session,
  count: number,
  change: (index: number) => Change = () => ({}),
  changePost: (index: number) => Partial<LibraryPost> = () => ({}),
): Promise<readonly SampleCopy[]> {
  const bare = await session.barePage();
  const posts = samplePosts(count).map((post, index) => ({
    ...post,
    bookmarked: true,
    bookmarkedAt: SAVED_AT - index * 60_000,
    ...changePost(index),
  }));
  // Their texts are known: nobody has to ask the blog for them.
  await fillLibrary(
    bare,
    posts,
    posts.map(({ id }) => ({ id, text: 'Text', authors: [] })),
  );
  const copies = posts.map((post, index) => sampleCopy(post, index, change(index)));
  await putCopies(bare, copies);
  return copies;
}

/** Puts copies into the library. The page is any of the extension. */
export function putCopies(page: Page, copies: readonly SampleCopy[]): Promise<void> {
  return page.evaluate(
    async (copies) => {
      const drawn = new Map(copies.flatMap(({ pictures }) => pictures.map((picture) => [picture.address, picture])));
      const blobs = await Promise.all(
        [...drawn.values()].map(async ({ address, width, height }, index) => {
          const canvas = new OffscreenCanvas(width, height);
          const context = canvas.getContext('2d');
          if (!context) throw new Error('Nothing can be drawn here.');
          const shade = context.createLinearGradient(0, 0, width, height);
          shade.addColorStop(0, `hsl(${230 + index * 40} 55% 32%)`);
          shade.addColorStop(1, `hsl(${290 + index * 40} 60% 68%)`);
          context.fillStyle = shade;
          context.fillRect(0, 0, width, height);
          context.fillStyle = 'rgb(255 255 255 / 35%)';
          for (let at = 0; at < 6; at++)
            context.fillRect(
              (width / 7) * (at + 0.4),
              height * (0.7 - at * 0.09),
              width / 10,
              height * (0.2 + at * 0.09),
            );
          const blob = await canvas.convertToBlob();
          return { address, width, height, blob, bytes: blob.size };
        }),
      );
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('liner-notes');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      await new Promise<void>((resolve, reject) => {
        const writing = database.transaction(['copies', 'articles', 'pictures'], 'readwrite');
        writing.oncomplete = () => resolve();
        writing.onabort = () => reject(writing.error);
        for (const { copy, html } of copies) {
          writing.objectStore('copies').put(copy);
          writing.objectStore('articles').put({ id: copy.id, html });
        }
        for (const picture of blobs) writing.objectStore('pictures').put(picture);
      }).finally(() => database.close());
    },
    copies.map(({ copy, html, pictures }) => ({ copy, html, pictures })),
  );
}

/** Puts drawings into the library whose size nobody knows, each with these attributes. */
export function putDrawings(
  page: Page,
  drawings: ReadonlyArray<{ readonly address: string; readonly size: string }>,
): Promise<void> {
  return page.evaluate(
    (drawings) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('liner-notes');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction('pictures', 'readwrite');
          for (const { address, size } of drawings) {
            const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="100%" height="100%" fill="teal"/></svg>`;
            const blob = new Blob([svg], { type: 'image/svg+xml' });
            writing.objectStore('pictures').put({ address, blob, bytes: blob.size, width: 0, height: 0 });
          }
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    drawings,
  );
}

/** Opens the reader on a post, and waits until its text is there. */
export async function openReader(session: Session, id: string): Promise<Page> {
  const page = await session.openExtensionPage(`reader.html?post=${id}`);
  await page.bringToFront();
  await page.waitForSelector('.text > *');
  return page;
}

/** Waits until each picture of the reader is shown, or said to be missing. */
export async function expectPictures(page: Page): Promise<void> {
  await waitFor(
    () =>
      page.evaluate(() =>
        [...document.querySelectorAll('article img')].every(
          (image) => image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0,
        ),
      ),
    'the pictures',
  );
}
