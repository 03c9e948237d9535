import { expect, it, vi } from 'vitest';
import { canUndo, createNotices } from '../../lib/notices.ts';
import type { Done } from '../../lib/post.ts';

const DONE: Done = { step: 'step', mark: 'read', count: 2 };

it('offers to undo what was marked, and then what was done before it, as long as there is something', async () => {
  const { notice, mark, undo } = createNotices();
  const offered = () => notice.value && canUndo(notice.value);
  await mark(async () => DONE);
  expect(offered()).toBe(true);
  await undo(async () => ({ done: DONE, hasMore: true }));
  expect(offered()).toBe(true);
  await undo(async () => ({ done: DONE, hasMore: false }));
  expect(offered()).toBe(false);
});

it('names the action that it tells of, and none after an undo', async () => {
  const { mark, undo } = createNotices();
  const action = vi.fn(async () => ({ done: DONE, hasMore: true }));
  await mark(async () => DONE);
  await undo(action);
  await undo(action);
  expect(action.mock.calls).toEqual([['step'], [undefined]]);
});

it('keeps what it tells where there is nothing else to say', async () => {
  const { notice, quietly, tell } = createNotices();
  await tell(async () => ({ kind: 'copied', count: 3 }));
  await quietly(async () => undefined);
  expect(notice.value).toEqual({ kind: 'copied', count: 3 });
});

it('can be dismissed', async () => {
  const { notice, dismiss, mark } = createNotices();
  expect(dismiss()).toBe(false);
  await mark(async () => DONE);
  expect(dismiss()).toBe(true);
  expect(notice.value).toBeUndefined();
});

it('undoes what is still being marked, not what was marked before it', async () => {
  const { mark, undo } = createNotices();
  await mark(async () => ({ ...DONE, step: 'before' }));
  const { promise, resolve } = Promise.withResolvers<Done>();
  const action = vi.fn(async () => ({ done: DONE, hasMore: true }));
  const pressed = [mark(() => promise), undo(action)];
  resolve({ ...DONE, step: 'after' });
  await Promise.all(pressed);
  expect(action.mock.calls).toEqual([['after']]);
});
