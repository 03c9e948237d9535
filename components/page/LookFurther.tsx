import { i18n } from '#i18n';
import type { Listing } from '../../lib/page/listing.ts';

/** Where to find more posts that match: further down on the blog, and in the library. */
export function LookFurther({ listing }: { readonly listing: Listing }) {
  const { look, counts, elsewhere, showLibrary } = listing;
  const state = look.state.value;
  const { shown, total } = counts.value;
  const more = elsewhere.value ?? 0;
  return (
    <div class="further">
      {state === 'running' && (
        <>
          <p role="status">{i18n.t('look.running', [String(shown), String(total)])}</p>
          <button type="button" onClick={look.cancel}>
            {i18n.t('look.cancel')}
          </button>
        </>
      )}
      {state !== 'running' && look.isOffered() && (
        <button type="button" onClick={look.start}>
          {i18n.t('look.start')}
        </button>
      )}
      {(state === 'end' || state === 'stuck') && <p role="status">{i18n.t(`look.${state}`)}</p>}
      {more > 0 && (
        <button type="button" class="plain" onClick={showLibrary}>
          {i18n.t('look.library', more)}
        </button>
      )}
    </div>
  );
}
