import { i18n } from '#i18n';

/** The keys of a listing page, and the names of what they do. */
const KEYS = [
  ['j', 'next'],
  ['k', 'previous'],
  ['o', 'open'],
  ['m', 'mark'],
  ['s', 'save'],
  ['/', 'words'],
  ['f', 'filter'],
  ['Esc', 'clear'],
  ['u', 'undo'],
  ['?', 'help'],
] as const;

/** Tells what the keys do. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  return (
    <dialog ref={showModal} aria-labelledby="keys" onClose={onClose}>
      <h2 id="keys">{i18n.t('keys.heading')}</h2>
      <dl>
        {KEYS.map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{i18n.t(`keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{i18n.t('keys.hint')}</p>
      <form method="dialog">
        <button type="submit">{i18n.t('keys.close')}</button>
      </form>
    </dialog>
  );
}

function showModal(dialog: HTMLDialogElement | null): void {
  if (dialog && !dialog.open) dialog.showModal();
}
