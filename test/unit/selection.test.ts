import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import { createSelection } from '../../lib/list/selection.ts';
import type { PostId } from '../../lib/post.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'].map((slug): PostId => `2025/9/${slug}`);
const [A, B, C, D, E] = IDS as [PostId, PostId, PostId, PostId, PostId];

it('is toggled one by one', () => {
  const { selection } = selected();
  selection.toggle(B);
  selection.toggle(D);
  selection.toggle(B);
  expect([...selection.ids.value]).toEqual([D]);
});

it('is extended from the last that was toggled, in either direction, and keeps what is selected', () => {
  const { selection } = selected();
  selection.toggle(E);
  selection.toggle(C);
  selection.extendTo(A);
  expect([...selection.ids.value].sort()).toEqual([A, B, C, E]);
});

it('is extended to the post itself where none was toggled', () => {
  const { selection } = selected();
  selection.extendTo(C);
  expect([...selection.ids.value]).toEqual([C]);
});

it('is extended from where it was started, which itself selects nothing', () => {
  const { selection } = selected();
  selection.startAt(B);
  expect(selection.ids.value.size).toBe(0);
  selection.extendTo(D);
  expect([...selection.ids.value]).toEqual([B, C, D]);
});

it('is extended to the post itself once the one that was toggled last has gone', () => {
  const { selection, ids } = selected();
  selection.toggle(A);
  ids.value = [B, C, D, E];
  selection.extendTo(D);
  expect([...selection.ids.value]).toEqual([D]);
});

it('is all, and none', () => {
  const { selection } = selected();
  selection.selectAll();
  expect(selection.ids.value.size).toBe(5);
  selection.clear();
  expect(selection.ids.value.size).toBe(0);
});

it('loses what leaves the list, and does not get it back', () => {
  const { selection, ids } = selected();
  selection.toggle(A);
  selection.toggle(B);
  ids.value = [B, C];
  expect([...selection.ids.value]).toEqual([B]);
  ids.value = IDS;
  expect([...selection.ids.value]).toEqual([B]);
});

function selected() {
  const ids = signal<readonly PostId[]>(IDS);
  return { ids, selection: createSelection(ids) };
}
