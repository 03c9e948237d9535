import { i18n } from '#i18n';

/** A number as it is written in the reader's language. */
export function numberText(number: number): string {
  return new Intl.NumberFormat(i18n.t('locale')).format(number);
}
