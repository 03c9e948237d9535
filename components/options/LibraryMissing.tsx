import { i18n } from '#i18n';

/** Says that there is nothing to see without the library, and leads to where the reason is told. */
export function LibraryMissing() {
  return (
    <p class="quiet-text">
      {i18n.t('options.noLibrary')} <a href="#library">{i18n.t('options.whyNoLibrary')}</a>
    </p>
  );
}
