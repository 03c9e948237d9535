import { expect, it, vi } from 'vitest';
import { untilAnswered } from '../../lib/until-answered.ts';

it('asks a background again that was stopped on the way', async () => {
  const ask = vi.fn().mockRejectedValueOnce(new Error('Receiving end does not exist.')).mockResolvedValue('answer');
  await expect(untilAnswered(ask)).resolves.toBe('answer');
  expect(ask).toHaveBeenCalledTimes(2);
});
