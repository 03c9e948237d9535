import { join } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** Has the extension speak English, as in a browser, whose part of filling in `$1` this takes. */
export async function speakEnglish(): Promise<void> {
  const messages = generateChromeMessages(
    await parseMessagesFile(join(import.meta.dirname, '../../lib/locales/en.yml')),
  );
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key, given) => {
    const substitutions = [given ?? []].flat().map(String);
    return (messages[key]?.message ?? '').replace(/\$(\d)/g, (_, number) => substitutions[Number(number) - 1] ?? '');
  });
}
