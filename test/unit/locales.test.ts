import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ChromeMessage, generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { beforeAll, describe, expect, it } from 'vitest';

type Messages = Readonly<Record<string, ChromeMessage>>;

const ROOT = join(import.meta.dirname, '../..');
const LANGUAGES = globSync('lib/locales/*.yml', { cwd: ROOT });
const OTHERS = LANGUAGES.filter((file) => !file.endsWith('/en.yml'));

let english: Messages = {};
beforeAll(async () => {
  english = await messagesOf('lib/locales/en.yml');
});

describe.each(OTHERS)('%s', (file) => {
  it('has every message, and none beside', async () => {
    expect(Object.keys(await messagesOf(file)).sort()).toEqual(Object.keys(english).sort());
  });

  it('has everything in a message that is filled in', async () => {
    const messages = Object.entries(await messagesOf(file));
    const filled = (message: ChromeMessage | undefined) =>
      message?.message.split(' | ').map((form) => [...new Set(form.match(/\$\d/g))].sort());
    expect(messages.map(([key, message]) => [key, filled(message)])).toEqual(
      messages.map(([key]) => [key, filled(english[key])]),
    );
  });

  it('is translated', async () => {
    const messages = Object.entries(await messagesOf(file));
    const same = messages.filter(
      ([key, { message }]) => message === english[key]?.message && /[a-z]{3}/i.test(message),
    );
    expect(same.map(([key]) => key)).toEqual(['appName', 'list_minutes', 'filter_open']);
  });
});

it('every message is used', () => {
  const code = globSync('{components,entrypoints,lib}/**/*.{ts,tsx}', { cwd: ROOT })
    .map((file) => readFileSync(join(ROOT, file), 'utf8'))
    .join('\n');
  const keys = [...code.matchAll(/'([\w.]+)'|`([\w.]+\$\{[^`]*)`/g)].map(
    ([, key = '', pattern = '']) => key || pattern,
  );
  const patterns = [...new Set(keys)].map(
    (key) => new RegExp(`^${key.replace(/\$\{[^}]*\}/g, '([^_]+)').replaceAll('.', '_')}$`),
  );
  // What is filled in where a key is put together stands in quotes somewhere.
  const values = new Set([...code.matchAll(/'(\w+)'/g)].map(([, value = '']) => value));
  const isUsed = (key: string) =>
    patterns.some((pattern) => pattern.exec(key)?.every((part, i) => i === 0 || values.has(part)));
  const IN_MANIFEST = ['appDescription', 'commands_library', 'commands_check', 'commands_save'];
  expect(Object.keys(english).filter((key) => !IN_MANIFEST.includes(key) && !isUsed(key))).toEqual([]);
});

async function messagesOf(file: string): Promise<Messages> {
  return generateChromeMessages(await parseMessagesFile(join(ROOT, file)));
}
