import { render } from 'preact';
import { useRef } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { beforeEach, expect, it } from 'vitest';
import { useFallbackFocus } from '../../components/use-fallback-focus.ts';

type Part = 'button' | 'hidden' | 'gone';

let root = document.createElement('div');
const outside = document.createElement('button');

beforeEach(() => {
  render(null, root);
  root = document.createElement('div');
  document.body.replaceChildren(root, outside);
});

it('the focus goes on where what had it is gone, or hidden', async () => {
  for (const next of ['gone', 'hidden'] as const) {
    await show('button');
    root.querySelector('button')?.focus();
    await show(next);
    expect(document.activeElement?.id).toBe('target');
  }
});

it('nobody takes the focus while what had it is there, or something else was pressed since', async () => {
  await show('button');
  const button = root.querySelector('button');
  button?.focus();
  button?.blur();
  await show('button');
  expect(document.activeElement).toBe(document.body);
  button?.focus();
  button?.blur();
  document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  await show('gone');
  expect(document.activeElement).toBe(document.body);
});

it('a part of a page takes only the focus that it had', async () => {
  await show('button');
  outside.focus();
  outside.remove();
  await show('gone');
  expect(document.activeElement?.id).not.toBe('target');
});

function Sample({ part }: { readonly part: Part }) {
  const scope = useRef<HTMLElement>(null);
  const target = useFallbackFocus<HTMLParagraphElement>(scope);
  return (
    <section ref={scope}>
      {part !== 'gone' && (
        <div hidden={part === 'hidden'}>
          <button type="button">Press</button>
        </div>
      )}
      <p ref={target} id="target" tabIndex={-1} />
    </section>
  );
}

async function show(part: Part): Promise<void> {
  await act(() => render(<Sample part={part} />, root));
}
