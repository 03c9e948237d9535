import { render } from 'preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { storage } from 'wxt/utils/storage';
import { KeepNote } from '../../components/copies/KeepNote.tsx';
import { createKeeping } from '../../lib/copies/keeping.ts';
import { speakEnglish } from './english.ts';
import { eventually } from './eventually.ts';

let answer = Promise.withResolvers<boolean>();
let isKept = false;

beforeEach(async () => {
  await speakEnglish();
  await storage.clear('local');
  answer = Promise.withResolvers<boolean>();
  isKept = false;
  const persist = async () => {
    isKept = await answer.promise;
    return isKept;
  };
  const value = { persisted: async () => isKept, persist };
  Object.defineProperty(navigator, 'storage', { value, configurable: true });
});

describe('whether the browser keeps the copies', () => {
  it('is open as long as it asks', async () => {
    const model = createKeeping();
    await eventually(() => expect(model.keeping.value).toBe('open'));
    const asking = model.ask();
    expect(model.keeping.value).toBe('open');
    answer.resolve(true);
    await asking;
    expect(model.keeping.value).toBe('kept');
  });

  it('is not promised where it cannot be asked', async () => {
    const model = createKeeping();
    await eventually(() => expect(model.keeping.value).toBe('open'));
    answer.reject(new TypeError('no storage'));
    await expect(model.ask()).rejects.toThrow('no storage');
    expect(model.keeping.value).toBe('notKept');
    const later = createKeeping();
    await eventually(() => expect(later.keeping.value).toBe('open'));
  });
});

describe('an answer', () => {
  it('is known in every page that is open', async () => {
    const models = [createKeeping(), createKeeping()];
    for (const { keeping } of models) await eventually(() => expect(keeping.value).toBe('open'));
    await models[0]?.decline();
    await eventually(() => expect(models[1]?.keeping.value).toBe('notKept'));
  });

  it('that the browser takes its time for is known there as well', async () => {
    const models = [createKeeping(), createKeeping()];
    for (const { keeping } of models) await eventually(() => expect(keeping.value).toBe('open'));
    const asking = models[0]?.ask();
    await eventually(() => expect(models[1]?.keeping.value).toBe('notKept'));
    answer.resolve(true);
    await asking;
    await eventually(() => expect(models[1]?.keeping.value).toBe('kept'));
  });

  it('can be put aside', async () => {
    const root = await showQuestion();
    press(root, 'Keep them for good');
    answer.resolve(false);
    await eventually(() => expect(root.textContent).toContain('Your browser may clear your whole library'));
    root.querySelector<HTMLElement>('button[aria-label="Close this message"]')?.click();
    await eventually(() => expect(root.textContent).toBe(''));
  });
});

describe('the question', () => {
  it('is answered in a place that was there before, which takes the focus', async () => {
    const root = await showQuestion();
    const status = root.querySelector('[role="status"]');
    expect(status?.textContent).toBe('');
    press(root, 'Keep them for good');
    expect(root.textContent).toContain('May your browser keep them');
    answer.resolve(true);
    await eventually(() => expect(status?.textContent).toMatch(/^Your browser keeps your saved posts/));
    expect(root.querySelector('[role="status"]')).toBe(status);
    expect(root.textContent).not.toContain('May your browser keep them');
    await eventually(() => expect(document.activeElement).toBe(status));
  });

  it('that is declined goes, and says nothing more', async () => {
    const root = await showQuestion();
    press(root, 'Not now');
    await eventually(() => expect(root.textContent).toBe(''));
    expect(document.activeElement).toBe(root.querySelector('[role="status"]'));
    const later = createKeeping();
    await eventually(() => expect(later.keeping.value).toBe('notKept'));
  });

  it('is not asked again', async () => {
    const declined = createKeeping();
    await eventually(() => expect(declined.keeping.value).toBe('open'));
    await declined.decline();
    const root = show();
    const later = createKeeping();
    await eventually(() => expect(later.keeping.value).toBe('notKept'));
    expect(root.textContent).toBe('');
  });
});

function show(): Element {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  render(<KeepNote />, root);
  return root;
}

async function showQuestion(): Promise<Element> {
  const root = show();
  await eventually(() => expect(root.querySelectorAll('button')).toHaveLength(2));
  return root;
}

function press(root: Element, name: string): void {
  const button = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name);
  button?.focus();
  button?.click();
}
