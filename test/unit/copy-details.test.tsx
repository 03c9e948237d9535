import { render } from 'preact';
import { beforeAll, expect, it, vi } from 'vitest';
import { CopyDetails } from '../../components/copies/CopyDetails.tsx';
import { saveAgain } from '../../lib/actions.ts';
import type { CopyState } from '../../lib/store/copy-states.ts';
import { speakEnglish } from './english.ts';
import { eventually } from './eventually.ts';

vi.mock('../../lib/actions.ts', () => ({ saveAgain: vi.fn(async () => undefined) }));

const MISSING = [{ address: 'https://images.ctfassets.net/a.png', code: 'refused' }] as const;
const FACTS = { id: '2025/9/a', url: '', title: 'A', date: '', categories: [], image: '' } as const;
const COPY = { ...FACTS, authors: [], pictures: [], missing: MISSING, words: 1, bytes: 1, savedAt: 1 };

beforeAll(async () => {
  await speakEnglish();
  // happy-dom has no popovers: of what browsers do this is all that matters here.
  Object.assign(HTMLElement.prototype, {
    showPopover() {},
    hidePopover(this: HTMLElement) {
      this.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'closed' }));
    },
  });
});

it('is hidden before it goes, which gives the focus back to its button', async () => {
  const hide = vi.spyOn(HTMLElement.prototype, 'hidePopover');
  const onClose = vi.fn();
  const details = show({ copy: COPY }, onClose);
  [...details.querySelectorAll('button')].at(-1)?.click();
  await eventually(() => expect(onClose).toHaveBeenCalledOnce());
  expect(saveAgain).toHaveBeenCalledWith(['2025/9/a']);
  expect(hide).toHaveBeenCalledOnce();
});

it('says that the rest can be read while it waits to be made again', () => {
  const saving = { id: '2025/9/a', status: 'wanted', done: 0, total: 0, attempts: 0 } as const;
  expect(show({ copy: COPY, saving }).textContent).toContain('The text is here to be read offline');
});

function show(state: CopyState, onClose = () => {}): Element {
  const root = document.createElement('div');
  const button = document.createElement('button');
  document.body.replaceChildren(root, button);
  render(<CopyDetails post={FACTS} state={state} button={button} onClose={onClose} />, root);
  return root;
}
