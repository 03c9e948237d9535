import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { BROWSERS, test } from './blog-test.ts';
import { libraryRows, type Row, restoreLibrary, type Sample } from './library-rows.ts';
import { pressKeys } from './reading-list.ts';
import * as see from './views.ts';

const SAMPLES = join(import.meta.dirname, '../store-versions');

describe.each(BROWSERS)('a library in %s', (browser) => {
  test.for(readdirSync(SAMPLES))('that an older version left is kept: %s', async (file, { start }) => {
    const sample = JSON.parse(readFileSync(join(SAMPLES, file), 'utf8')) as Sample;
    const session = await start(browser);
    await see.expectBadge(session, '13');
    await session.stopBackground();
    const page = await session.barePage();
    await restoreLibrary(page, sample);

    const rows = sample.stores['posts']?.rows ?? [];
    const unread = rows.filter(({ reading }) => reading === 'unread').map(({ title }) => String(title));
    const popup = await see.openPopup(session);
    await see.expectListed(popup, unread);
    expect(byId(await libraryRows(page))).toEqual(byId(rows));
    for (const table of ['texts', 'copies', 'articles']) {
      expect(await libraryRows(page, table)).toEqual(sample.stores[table]?.rows ?? []);
    }
    const log = [sample.stores['undoSteps'], sample.stores['state']].flatMap((store) => store?.rows ?? []);
    await pressKeys(popup, 'Control+z');
    const canUndo = log.some((row) => 'step' in row || row['key'] === 'undo');
    await see.expectStatus(popup, canUndo ? 'One post is unread again.' : 'There is nothing to undo.');
  });

  test('that is empty is filled when the popup is opened', async ({ replica, start }) => {
    const session = await start(browser);
    await see.expectBadge(session, '13');
    await session.stopBackground();
    const page = await session.barePage();
    await restoreLibrary(page, emptied(JSON.parse(readFileSync(join(SAMPLES, '1.json'), 'utf8')) as Sample));

    const popup = await see.openPopup(session);
    await see.expectListed(
      popup,
      replica
        .posts()
        .slice(0, 13)
        .map(({ title }) => title),
    );
    await see.expectBadge(session, '13');
  });
});

function byId(rows: readonly Row[]): Map<unknown, Row> {
  return new Map(rows.map((row) => [row['id'], row]));
}

function emptied({ version, stores }: Sample): Sample {
  const empty = Object.entries(stores).map(([name, store]) => [name, { ...store, rows: [] as Row[] }] as const);
  return { version, stores: Object.fromEntries(empty) };
}
