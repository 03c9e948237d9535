import { join } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Has the extension speak English, as in a browser, whose part of filling in `$1` this takes. */
export function speakEnglish(): Promise<void> {
  return speak('en');
}

export function speakSwedish(): Promise<void> {
  return speak('sv');
}

async function speak(language: string): Promise<void> {
  const file = join(import.meta.dirname, `../../lib/locales/${language}.yml`);
  const messages = generateChromeMessages(await parseMessagesFile(file));
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key, given) => {
    const substitutions = [given ?? []].flat().map(String);
    return (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, number) => substitutions[Number(number) - 1] ?? '');
  });
}
