import { render } from 'preact';
import { beforeAll, expect, it, vi } from 'vitest';
import { NoCopy } from '../../components/reader/NoCopy.tsx';
import type { Reader } from '../../lib/reader/reader.ts';
import type { SavedPost } from '../../lib/store/read-copies.ts';
import { speakEnglish } from './english.ts';
import { eventually } from './eventually.ts';

beforeAll(speakEnglish);

it('a copy that was stopped on the way waits for a network, and is being made once there is one', async () => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const root = document.createElement('div');
  render(<NoCopy reader={{} as Reader} post={BEING_SAVED} />, root);
  expect(root.querySelector('h1')?.textContent).toBe('This post waits to be saved');
  expect(root.querySelector('progress')).toBeNull();
  online.mockReturnValue(true);
  window.dispatchEvent(new Event('online'));
  await eventually(() => expect(root.querySelector('h1')?.textContent).toBe('This post is being saved'));
  expect(root.querySelector('progress')?.max).toBe(10);
});

const POST = { id: '2025/9/a', url: '', title: 'A', date: '', categories: [], image: '', excerpt: '' } as const;
const BEING_SAVED: SavedPost = {
  id: POST.id,
  copy: undefined,
  html: undefined,
  post: { ...POST, reading: 'unread', readingAt: 0, order: 0, bookmarked: true },
  saving: { id: POST.id, status: 'running', done: 3, total: 10, attempts: 0 },
  earlier: undefined,
  later: undefined,
};
