import { i18n } from '#i18n';
import { LibraryFailure } from '../LibraryFailure.tsx';
import './NoCopy.css';

/** Says why the library does not open, and what to do. */
export function NoLibrary({ error }: { readonly error: unknown }) {
  return (
    <section>
      <h1>{i18n.t('noCopy.noLibrary')}</h1>
      <LibraryFailure error={error} health={undefined} />
    </section>
  );
}
