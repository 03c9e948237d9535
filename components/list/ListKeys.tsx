import { i18n } from '#i18n';
import { KeyHelp, type KeyNames, keyList } from '../KeyHelp.tsx';
import './ListKeys.css';

/** The keys of the reading list that can be switched off. */
const SINGLE_KEYS: KeyNames = [
  ['j', 'next'],
  ['k', 'previous'],
  ['o', 'open'],
  ['r', 'readCopy'],
  ['m', 'mark'],
  ['s', 'save'],
  ['e', 'archive'],
  ['c', 'copy'],
  ['x', 'select'],
  ['/', 'words'],
  ['f', 'options'],
  ['1…5', 'views'],
  ['u', 'undo'],
  ['?', 'help'],
];

/** Those that cannot. */
const OTHER_KEYS: KeyNames = [
  ['↓', 'next'],
  ['↑', 'previous'],
  ['PgDn PgUp', 'pages'],
  ['Home End', 'ends'],
  ['Shift+↓', 'extend'],
  ['Shift+↑', 'extendBack'],
  ['Ctrl+A', 'selectAll'],
  ['Ctrl+Z', 'undo'],
  ['Esc', 'deselect'],
];

/** Tells what the keys of the reading list do. */
export function ListKeys({ onClose }: { readonly onClose: () => void }) {
  return (
    <KeyHelp keys={SINGLE_KEYS} onClose={onClose}>
      <h3>{i18n.t('keys.always')}</h3>
      {keyList(OTHER_KEYS)}
    </KeyHelp>
  );
}
