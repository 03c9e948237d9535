import { expect, it, vi } from 'vitest';
import { createReadingList } from '../../lib/list/reading-list.ts';

vi.mock('../../lib/list/list-actions.ts', () => {
  throw new Error('its file is gone');
});

it('says that a press failed whose code does not load', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  const list = createReadingList('popup', { text: '', isOldestFirst: false });
  await list.mark(['2025/9/any'], 'read');
  expect(list.notice.value).toEqual({ kind: 'failed' });
});
