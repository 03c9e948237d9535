import { KeyHelp, type KeyNames } from '../KeyHelp.tsx';
import '../list/ListKeys.css';

/** The keys of the reader. */
const KEYS: KeyNames = [
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
  ['Ctrl+Z', 'undo'],
  ['?', 'help'],
];

/** Tells what the keys of the reader do. */
export function ReaderKeys({ onClose }: { readonly onClose: () => void }) {
  return <KeyHelp keys={KEYS} onClose={onClose} />;
}
