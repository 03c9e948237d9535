import { signal } from '@preact/signals-core';
import { expect, it } from 'vitest';
import type { Marked } from '../../lib/messages.ts';
import { createPageActions } from '../../lib/page/actions.ts';
import type { Ask, Notice } from '../../lib/page/ask.ts';
import type { PostId } from '../../lib/post.ts';

const ID = '2025/9/a-post' as PostId;
const done = (step: string): Marked => ({ done: { step, mark: 'read', count: 1 } });

/** A background that answers when it is told to, in the order in which it was asked. */
function background() {
  const asked: Array<{ readonly type: string; readonly data: unknown; answer(answer: Marked): Promise<void> }> = [];
  const ask = (type: string, data: unknown) =>
    new Promise<Marked>((resolve) => {
      const answer = async (answer: Marked) => {
        resolve(answer);
        await new Promise((settled) => setTimeout(settled));
      };
      asked.push({ type, data, answer });
    });
  const notice = signal<Notice>();
  return { asked, notice, actions: createPageActions({ ask: ask as Ask['ask'], notice }) };
}

it('undoes what is still being marked, not what was marked before it', async () => {
  const { asked, actions } = background();
  void actions.mark([ID], 'read');
  await asked[0]?.answer(done('before'));
  void actions.mark([ID], 'saved');
  void actions.undo();
  expect(asked).toHaveLength(2);
  await asked[1]?.answer(done('after'));
  expect(asked[2]).toMatchObject({ type: 'undo', data: 'after' });
});

it('undoes one after the other, however fast it is asked to', async () => {
  const { asked, actions, notice } = background();
  for (const step of ['first', 'second']) {
    void actions.mark([ID], 'read');
    await asked.at(-1)?.answer(done(step));
  }
  void actions.undo();
  void actions.undo();
  await new Promise((settled) => setTimeout(settled));
  expect(asked.slice(2).map(({ data }) => data)).toEqual(['second', 'first']);
  await asked[2]?.answer(done('undone'));
  await asked[3]?.answer(done('undone'));
  expect(notice.value).toMatchObject({ kind: 'undone' });
  await actions.undo();
  expect(notice.value).toEqual({ kind: 'nothingToUndo' });
});

it('passes over what was not marked, and can be asked again where undoing has failed', async () => {
  const { asked, actions, notice } = background();
  void actions.mark([ID], 'read');
  await asked[0]?.answer(done('first'));
  void actions.mark([ID], 'read');
  await asked[1]?.answer({});
  expect(notice.value).toEqual({ kind: 'nothingToDo' });
  for (const answer of [{ failure: { code: 'unknown' } } as unknown as Marked, done('undone')]) {
    const undoing = actions.undo();
    await new Promise((settled) => setTimeout(settled));
    expect(asked.at(-1)).toMatchObject({ type: 'undo', data: 'first' });
    await asked.at(-1)?.answer(answer);
    await undoing;
  }
  expect(notice.value).toMatchObject({ kind: 'undone' });
});
