import { signal } from '@preact/signals';
import { createRef, render } from 'preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Completions } from '../../components/list/Completions.tsx';
import { speakEnglish } from './english.ts';

const text = signal('');
const list = {
  categories: signal({ state: 'waiting' } as const),
  readCategories: vi.fn(),
  searching: { text, type: vi.fn() },
};
const field = createRef<HTMLInputElement>();
const root = document.createElement('div');

beforeAll(speakEnglish);

beforeEach(() => {
  field.current = document.body.appendChild(document.createElement('input'));
});

afterEach(() => {
  render(null, root);
  document.body.replaceChildren();
});

describe('the completions of a search', () => {
  it('are those of what is typed while they come', async () => {
    type('i');
    render(<Completions list={list} field={field} />, root);
    type('is:');
    await expect.poll(options).toContain('unread');
  });

  it('go on from the caret, wherever that is', () => {
    type('is: backstage', 3);
    render(<Completions list={list} field={field} />, root);
    expect(options()).toContain('unread');
  });

  it('do not come over what the reader has gone to meanwhile', () => {
    type('is:');
    field.current?.blur();
    render(<Completions list={list} field={field} />, root);
    expect(options()).toEqual([]);
  });
});

function type(typed: string, caret = typed.length): void {
  if (!field.current) return;
  field.current.focus();
  field.current.value = typed;
  field.current.setSelectionRange(caret, caret);
  text.value = typed;
  field.current.dispatchEvent(new Event('input'));
}

function options(): string[] {
  return [...root.querySelectorAll('[role="option"]')].map(({ textContent }) => textContent);
}
