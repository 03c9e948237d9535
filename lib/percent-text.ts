import { i18n } from '#i18n';

/** A part of a whole, from 0 to 1, as whole percents. */
export function percentText(part: number): string {
  return new Intl.NumberFormat(i18n.t('locale'), { style: 'percent', maximumFractionDigits: 0 }).format(part);
}
