import pLimit from 'p-limit';
import { getSettings, type Settings, settingsItem } from './settings.ts';

/** Answers what a change of the settings is, by what they are. */
export type SettingsChange = (settings: Settings) => Partial<Settings>;

const inOrder = pLimit(1);

/** Changes the settings; each change starts from what the one before has saved. */
export function changeSettings(changeOf: SettingsChange): Promise<void> {
  return inOrder(async () => {
    const settings = await getSettings();
    await settingsItem.setValue({ ...settings, ...changeOf(settings) });
  });
}
