import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';

export const FONTS = ['serif', 'sans', 'legible'] as const;
export const THEMES = ['system', 'light', 'sepia', 'dark', 'black'] as const;

/** What can be made larger or smaller, in steps: the size of the text in percent, a line in its widths of text, its height in percent. */
export const SCALES = {
  size: { least: 70, most: 220, step: 10 },
  width: { least: 20, most: 56, step: 4 },
  spacing: { least: 130, most: 220, step: 10 },
} as const;
/** The name of what can be made larger or smaller. */
export type Scale = keyof typeof SCALES;

const within = ({ least, most }: (typeof SCALES)[Scale]) => v.pipe(v.number(), v.minValue(least), v.maxValue(most));

const schema = v.object({
  font: v.fallback(v.picklist(FONTS), 'serif'),
  theme: v.fallback(v.picklist(THEMES), 'system'),
  size: v.fallback(within(SCALES.size), 100),
  width: v.fallback(within(SCALES.width), 32),
  spacing: v.fallback(within(SCALES.spacing), 160),
  justified: v.fallback(v.boolean(), false),
});

/** How the reader wants posts to look. */
export type Look = Readonly<v.InferOutput<typeof schema>>;

export const FIRST_LOOK: Look = toLook({});

const item = storage.defineItem<unknown>('local:reader-look', { fallback: {} });

/** The look that was stored last. */
export async function getLook(): Promise<Look> {
  return toLook(await item.getValue());
}

/** Calls the listener whenever the look changes, in any context. */
export function onLookChange(listener: (look: Look) => void): void {
  item.watch((stored) => listener(toLook(stored)));
}

/** Stores a look; every reader that is open takes it on. */
export function storeLook(look: Look): Promise<void> {
  return item.setValue(look);
}

/** A default stands in for each part that is missing or makes no sense. */
export function toLook(stored: unknown): Look {
  return v.parse(schema, typeof stored === 'object' && stored ? stored : {});
}

/** One step more or less of something, as far as that goes. */
export function stepped(look: Look, scale: Scale, steps: number): Look {
  const { least, most, step } = SCALES[scale];
  return { ...look, [scale]: Math.min(most, Math.max(least, look[scale] + steps * step)) };
}
