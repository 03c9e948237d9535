import { i18n } from '#i18n';

/** Names one after the other, as the reader's language joins them. */
export function listText(names: readonly string[]): string {
  return new Intl.ListFormat(i18n.t('locale'), { type: 'conjunction' }).format(names);
}
