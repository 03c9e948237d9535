import { i18n } from '#i18n';

/** Leads to the options. */
export function OptionsButton({ onOptions }: { readonly onOptions: () => void }) {
  const name = i18n.t('options.open');
  return (
    <button type="button" class="icon" title={name} aria-label={name} onClick={onOptions}>
      <svg viewBox="0 0 20 20" width="1.25em" height="1.25em" aria-hidden="true">
        <circle class="teeth" cx="10" cy="10" r="6.75" pathLength="16" />
        <circle cx="10" cy="10" r="5" />
      </svg>
    </button>
  );
}
