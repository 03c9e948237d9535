import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostId } from '../../lib/post.ts';
import { readerPath } from '../../lib/reader/address.ts';
import { withEmptyPopup } from './empty-popup.ts';
import { comparedFigure, type Figure } from './figure.ts';
import { type Opened, timeToFirstPaint } from './first-paint.ts';
import { mediansOf } from './interleaved.ts';
import { rest } from './rest.ts';
import { addCopiesLike, bookmarkPost, closeParser, type Saved, timedDownload, timedSaving } from './saved.ts';
import { onStage, type Stage } from './stage.ts';

/** With the usual text these make a post of about 3,000 words and, with its feature picture, 10 pictures. */
const LONG = { title: 'All that there is to say of it', moreSections: 7 };
/** About as long as the blog takes to answer at best: on this machine the replica takes no time, and any other work outweighs it. */
const DISTANCE_MS = 50;
const MANY = 1_000;
const SAVINGS = 15;
const OPENINGS = 15;

const VIEWPORT = { width: 1200, height: 900 };
const STATIC: Opened = { path: 'static.html', selector: '.text p', viewport: VIEWPORT };

/** A long post that is saved, in a browser of its own. */
interface SavedStage extends Stage {
  readonly id: PostId;
  readonly saved: Saved;
}

/** What a saved post costs: to make its copy beside a bare download, and to open it beside a static page of its text. */
export function copyFigures(built: string): Promise<Figure[]> {
  return withEmptyPopup(built, (folder) =>
    onSaved(folder, async (one) => {
      await rest();
      const saving: Figure[] = [];
      for (const isFirst of [false, true])
        for (const ms of [0, DISTANCE_MS]) saving.push(await savingFigure(one, { ms, isFirst }));
      await writeFile(join(folder, STATIC.path), await staticPage(folder, one.saved));
      await rest();
      const reading = await readingFigure(one);
      return [...saving, reading, await onSaved(folder, (many) => manyFigure(one, many))];
    }),
  );
}

function onSaved<T>(extension: string, work: (stage: SavedStage) => Promise<T>): Promise<T> {
  return onStage(
    extension,
    async (stage) => {
      const id = stage.replica.posts()[0]?.id as PostId;
      await bookmarkPost(stage.page, id);
      return work({ ...stage, id, saved: await timedSaving(stage.page, id) });
    },
    LONG,
  );
}

/** How a post is saved: each answer comes after so many ms, and what reads the page may have to be opened first. */
interface Circumstances {
  readonly ms: number;
  readonly isFirst: boolean;
}

async function savingFigure(
  { page, id, replica, saved: { copy } }: SavedStage,
  { ms, isFirst }: Circumstances,
): Promise<Figure> {
  for (const part of ['article', 'image'] as const) replica.setFault(part, ms > 0 ? { kind: 'slow', ms } : undefined);
  const [saving, download] = await mediansOf(
    SAVINGS,
    async () => {
      if (isFirst) await closeParser(page);
      return (await timedSaving(page, id)).time;
    },
    () => timedDownload(page, copy),
  );
  const post = `a post of ${copy.words} words and ${copy.pictures.length} pictures`;
  const name = `saving ${post}${isFirst ? ', the first for a while' : ''}, answers after ${ms} ms, against its bare download`;
  return comparedFigure(name, saving, download, 'ms', { most: 2, text: '≤ 2' });
}

/** The text as the reader shows it, with its style, in a page without any script. */
async function staticPage(folder: string, { copy, html }: Saved): Promise<string> {
  const reader = await readFile(join(folder, 'reader.html'), 'utf8');
  const styles = reader.match(/<link rel="stylesheet"[^>]*>/g) ?? [];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${copy.title}</title>${styles.join('')}</head>
<body><div class="page"><main><article><h1>${copy.title}</h1><div class="text">${html.replace(/<img[^>]*>/g, '')}</div></article>
</main></div></body></html>`;
}

async function readingFigure({ session, id }: SavedStage): Promise<Figure> {
  const [reader, plain] = await mediansOf(
    OPENINGS,
    () => timeToFirstPaint(session, readerOf(id)),
    () => timeToFirstPaint(session, STATIC),
  );
  const goal = { most: 1.5, text: '≤ 1.5' };
  return comparedFigure('reader, to first text, against a static page of the text', reader, plain, 'ms', goal);
}

async function manyFigure(one: SavedStage, many: SavedStage): Promise<Figure> {
  await addCopiesLike(many.page, many.id, MANY - 1);
  await rest();
  const [among, alone] = await mediansOf(
    OPENINGS,
    () => timeToFirstPaint(many.session, readerOf(many.id)),
    () => timeToFirstPaint(one.session, readerOf(one.id)),
  );
  const name = `reader, ${MANY.toLocaleString('en')} saved posts against one`;
  return comparedFigure(name, among, alone, 'ms', { most: 1.1, text: '≤ 1.1' });
}

function readerOf(id: PostId): Opened {
  return { path: readerPath(id).slice(1), selector: '.text p', viewport: VIEWPORT };
}
