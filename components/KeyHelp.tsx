import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';

type KeyName =
  | 'archive'
  | 'clear'
  | 'contents'
  | 'copy'
  | 'deselect'
  | 'extend'
  | 'extendBack'
  | 'ends'
  | 'filter'
  | 'help'
  | 'larger'
  | 'look'
  | 'mark'
  | 'next'
  | 'nextSaved'
  | 'open'
  | 'options'
  | 'original'
  | 'pages'
  | 'previous'
  | 'previousSaved'
  | 'readCopy'
  | 'save'
  | 'select'
  | 'selectAll'
  | 'smaller'
  | 'undo'
  | 'views'
  | 'words';

/** Keys, and the names of what they do. */
export type KeyNames = ReadonlyArray<readonly [key: string, name: KeyName]>;

interface Props {
  readonly keys: KeyNames;
  readonly onClose: () => void;
  /** What there is to tell beside them. */
  readonly children?: ComponentChildren;
}

/** Tells what the keys do. */
export function KeyHelp({ keys, onClose, children }: Props) {
  return (
    <dialog ref={showModal} aria-labelledby="keys" onClose={onClose}>
      <h2 id="keys">{i18n.t('keys.heading')}</h2>
      {/* What gets the focus, and so is in sight, comes first: the rest is read from its beginning. */}
      <form method="dialog">
        <button type="submit">{i18n.t('keys.close')}</button>
      </form>
      {keyList(keys)}
      <p>{i18n.t('keys.hint')}</p>
      {children}
    </dialog>
  );
}

/** What each of the keys does. */
export function keyList(keys: KeyNames) {
  return (
    <dl>
      {keys.map(([key, name]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{i18n.t(`keys.${name}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

function showModal(dialog: HTMLDialogElement | null): void {
  if (dialog && !dialog.open) dialog.showModal();
}
