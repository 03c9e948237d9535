import { expect, it, vi } from 'vitest';
import { changeSettings } from '../../lib/change-settings.ts';
import { liveItem, liveSettings } from '../../lib/live-item.ts';
import { eventually } from './eventually.ts';

it('is what was read, once that is there', async () => {
  const item = liveItem(
    async () => false,
    () => {},
    true,
  );
  expect(item.value).toBeUndefined();
  await eventually(() => expect(item.value).toBe(false));
});

it('keeps a change that was heard of before what was read is there', async () => {
  const item = liveItem(
    async () => 'old',
    (listener) => listener('new'),
    'fallback',
  );
  await Promise.resolve();
  expect(item.value).toBe('new');
});

it('is the fallback where nothing can be read', async () => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
  const item = liveItem(
    async () => Promise.reject(new Error('The storage is broken.')),
    () => {},
    'fallback',
  );
  await eventually(() => expect(item.value).toBe('fallback'));
  expect(complaint).toHaveBeenCalledOnce();
  complaint.mockRestore();
});

it('follows the settings', async () => {
  const settings = liveSettings();
  await eventually(() => expect(settings.value?.intervalMinutes).toBe(60));
  await changeSettings(() => ({ intervalMinutes: 15 }));
  await eventually(() => expect(settings.value?.intervalMinutes).toBe(15));
});
