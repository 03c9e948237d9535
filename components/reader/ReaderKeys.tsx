import { i18n } from '#i18n';
import { KeyHelp, type KeyNames, keyList } from '../KeyHelp.tsx';
import '../list/ListKeys.css';

/** The keys of the reader that can be switched off. */
const SINGLE_KEYS: KeyNames = [
  ['j', 'nextSaved'],
  ['k', 'previousSaved'],
  ['o', 'original'],
  ['m', 'mark'],
  ['s', 'save'],
  ['e', 'archive'],
  ['c', 'copy'],
  ['t', 'contents'],
  ['a', 'look'],
  ['+', 'larger'],
  ['-', 'smaller'],
  ['u', 'undo'],
  ['?', 'help'],
];

/** The one that cannot. */
const OTHER_KEYS: KeyNames = [['Ctrl+Z', 'undo']];

/** Tells what the keys of the reader do. */
export function ReaderKeys({ onClose }: { readonly onClose: () => void }) {
  return (
    <KeyHelp keys={SINGLE_KEYS} onClose={onClose}>
      <h3>{i18n.t('keys.alwaysReader')}</h3>
      {keyList(OTHER_KEYS)}
    </KeyHelp>
  );
}
