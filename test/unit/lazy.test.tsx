import { render } from 'preact';
import { expect, it, vi } from 'vitest';
import { lazy } from '../../components/lazy.tsx';
import { eventually } from './eventually.ts';

const Loaded = ({ name }: { readonly name: string }) => <p>{name}</p>;

it('is shown once it is loaded, and loaded once', async () => {
  const load = vi.fn(async () => Loaded);
  const Lazy = lazy(load);
  const root = document.createElement('div');
  render(
    <>
      <Lazy name="a" />
      <Lazy name="b" />
    </>,
    root,
  );
  expect(root.textContent).toBe('');
  await eventually(() => expect(root.textContent).toBe('ab'));
  expect(load).toHaveBeenCalledOnce();
});

it('is asked for again when it is shown anew after it could not be loaded', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const load = vi.fn(async () => Loaded).mockRejectedValueOnce(new Error('no such file'));
  const Lazy = lazy(load);
  const root = document.createElement('div');
  render(<Lazy name="a" />, root);
  await eventually(() => expect(error).toHaveBeenCalled());
  render(null, root);
  render(<Lazy name="a" />, root);
  await eventually(() => expect(root.textContent).toBe('a'));
  error.mockRestore();
});
