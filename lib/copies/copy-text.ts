import { i18n } from '#i18n';
import { causeText } from '../cause-text.ts';
import { numberText } from '../number-text.ts';
import type { CopyState } from '../store/copy-states.ts';
import type { MissingPicture, OfflineCopy, Saving } from '../store/offline-copy.ts';

/** What there is to say of the copy of a saved post; undefined if it is whole, though it may wait to be renewed. */
export function copyText({ copy, saving }: CopyState, isOnline: boolean): string | undefined {
  if (saving?.status === 'failed') return i18n.t(copy ? 'copies.notRenewed' : 'copies.failed');
  // Without a network nobody makes it, whatever was noted before that was stopped.
  if (saving?.status === 'running' && isOnline) return runningText(saving);
  if (copy) return lackText(copy);
  return i18n.t(isOnline ? 'copies.waiting' : 'copies.waitingOffline');
}

function lackText({ missing: { length } }: OfflineCopy): string | undefined {
  return length > 0 ? i18n.t('copies.without', length, [numberText(length)]) : undefined;
}

function runningText({ done, total }: Saving): string {
  return total === 0
    ? i18n.t('copies.reading')
    : i18n.t('copies.running', total, [numberText(done), numberText(total)]);
}

/** Why there is no copy, or no newer one, and what comes of that. */
export function copyFailureText({ failure, status }: Saving): string | undefined {
  if (!failure) return undefined;
  const hasGone = failure.code === 'refused' && (failure.status === 404 || failure.status === 410);
  const cause = hasGone ? i18n.t('copies.refused', [String(failure.status)]) : causeText(failure);
  return status === 'failed' ? cause : `${cause} ${i18n.t('copies.triedAgain')}`;
}

/** Which picture is missing, and why. */
export function missingText({ address, code }: MissingPicture): string {
  return i18n.t(`copies.missing.${code}`, [fileName(address)]);
}

function fileName(address: string): string {
  const { hostname, pathname } = new URL(address);
  return decoded(pathname.slice(pathname.lastIndexOf('/') + 1)) || hostname;
}

function decoded(name: string): string {
  try {
    return decodeURI(name);
  } catch {
    return name;
  }
}

/** A size as people read it, in decimal units: 1.2 MB. */
export function sizeText(bytes: number): string {
  const [unit, size] = bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
  const format = new Intl.NumberFormat(i18n.t('locale'), { style: 'unit', unit, maximumSignificantDigits: 3 });
  return format.format(bytes / size);
}
