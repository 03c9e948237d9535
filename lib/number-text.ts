import { i18n } from '#i18n';

/** To make a format takes longer than to use it a hundred times. */
let format: Intl.NumberFormat | undefined;

/** A number as it is written in the reader's language. */
export function numberText(number: number): string {
  format ??= new Intl.NumberFormat(i18n.t('locale'));
  return format.format(number);
}
