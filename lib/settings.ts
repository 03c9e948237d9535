import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';

/** How often the reader can have the blog checked, in minutes; 0 is by hand only. */
export const INTERVALS = [15, 30, 60, 120, 180, 360, 720, 1440, 0] as const;

export const READ_WHEN = ['opened', 'finished'] as const;

const timeOfDay = v.pipe(v.string(), v.isoTime());

const schema = v.object({
  intervalMinutes: v.fallback(v.picklist(INTERVALS), 60),
  /** Keys of the categories that the reader does not follow. */
  mutedCategories: v.fallback(v.array(v.string()), []),
  notify: v.fallback(v.boolean(), false),
  /** When a post counts as read: once it is opened, or once most of it was on the screen for long enough. */
  readWhen: v.fallback(v.picklist(READ_WHEN), 'opened'),
  /** Whether the blog's pages can be used with single keys. */
  keyboard: v.fallback(v.boolean(), true),
  /** When to be quiet, each day, `HH:MM` of the device's own time; `from` may be later than `to`. */
  quietHours: v.fallback(v.object({ on: v.boolean(), from: timeOfDay, to: timeOfDay }), {
    on: false,
    from: '22:00',
    to: '07:00',
  }),
});

/** What the reader has chosen. */
export type Settings = Readonly<v.InferOutput<typeof schema>>;

export const DEFAULTS: Settings = toSettings({});

export const settingsItem = storage.defineItem<unknown>('local:settings', { fallback: {} });

/** The settings; a default stands in for each that is missing or makes no sense. */
export async function getSettings(): Promise<Settings> {
  return toSettings(await settingsItem.getValue());
}

/** Calls the listener with the settings, and those before, whenever they change, in any context; answers how to stop that. */
export function onSettingsChange(listener: (settings: Settings, before: Settings) => void): () => void {
  return settingsItem.watch((stored, before) => listener(toSettings(stored), toSettings(before)));
}

function toSettings(stored: unknown): Settings {
  return v.parse(schema, typeof stored === 'object' && stored ? stored : {});
}
