import { i18n } from '#i18n';

/** Has a page of the extension say in which language it is, and how it is called: its HTML cannot be translated. */
export function localizePage(title: string): void {
  document.documentElement.lang = i18n.t('locale');
  document.title = title;
}
