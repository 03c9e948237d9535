import { vi } from 'vitest';

/** So long at most, in ms: what is waited for is a condition, and the machine may be slow. */
const PATIENCE_MS = 60_000;

/** Waits until the check throws no more; after a minute throws what it threw last. */
export async function eventually(check: () => void): Promise<void> {
  await vi.waitFor(check, PATIENCE_MS);
}
