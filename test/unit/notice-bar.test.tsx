import { render } from 'preact';
import { beforeAll, expect, it, vi } from 'vitest';
import { NoticeBar } from '../../components/NoticeBar.tsx';
import type { Notice } from '../../lib/notices.ts';
import { speakEnglish } from './english.ts';

beforeAll(speakEnglish);

const done = { mark: 'saved', count: 1, step: 'a' } as const;

it.each<[string, Notice, string, string[]]>([
  [
    'undone',
    { kind: 'undone', done, hasMore: true },
    'One post is as it was before.',
    ['Undo one more', 'Close this message'],
  ],
  [
    'undone elsewhere',
    { kind: 'undone', done: undefined, hasMore: true },
    'That was undone before.',
    ['Undo one more', 'Close this message'],
  ],
  [
    'nothing to undo',
    { kind: 'undone', done: undefined, hasMore: false },
    'There is nothing to undo.',
    ['Close this message'],
  ],
])('says that it was %s, and offers what is left', (_, notice, text, buttons) => {
  const root = document.body.appendChild(document.createElement('div'));
  render(<NoticeBar notice={notice} onUndo={vi.fn()} onDismiss={vi.fn()} />, root);
  expect(root.querySelector('[role=status]')?.textContent).toBe(text);
  const names = [...root.querySelectorAll('button')].map(
    (button) => button.textContent || button.getAttribute('aria-label'),
  );
  expect(names).toEqual(buttons);
});
