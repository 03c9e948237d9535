import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';

/** Deletes the library, once the reader has confirmed that. */
export function StartAnew({ onConfirm }: { readonly onConfirm: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        {i18n.t('library.startAnew')}
      </button>
      <dialog ref={dialog} aria-labelledby="confirm" aria-describedby="confirm-text">
        <h3 id="confirm">{i18n.t('library.confirm')}</h3>
        <p id="confirm-text">{i18n.t('library.lost')}</p>
        <form method="dialog" class="buttons">
          <button type="submit">{i18n.t('library.keep')}</button>
          <button type="submit" onClick={onConfirm}>
            {i18n.t('library.delete')}
          </button>
        </form>
      </dialog>
    </>
  );
}
