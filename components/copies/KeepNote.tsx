import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { createKeeping } from '../../lib/copies/keeping.ts';
import { IconButton } from '../list/IconButton.tsx';
import { useFallbackFocus } from '../use-fallback-focus.ts';

/** Asks once whether the browser is to keep the copies for good, and says what it has decided. */
export function KeepNote() {
  const model = useMemo(createKeeping, []);
  useEffect(() => model.stop, [model]);
  const status = useFallbackFocus<HTMLParagraphElement>();
  const [answered, setAnswered] = useState<'asked' | 'dismissed'>();
  const keeping = model.keeping.value;
  if (keeping === undefined || (keeping !== 'open' && !answered)) return null;
  const ask = () => {
    setAnswered('asked');
    model.ask().catch(console.error);
  };
  const decline = () => {
    setAnswered('dismissed');
    model.decline().catch(console.error);
  };
  const isTold = answered === 'asked' && keeping !== 'open';
  return (
    <>
      {/* It is there before it says something: else that would not be announced. */}
      <div class="notice" data-empty={!isTold}>
        <p ref={status} role="status" tabIndex={-1}>
          {isTold && i18n.t(`keeping.${keeping}`)}
        </p>
        {isTold && <IconButton icon="close" name={i18n.t('notice.dismiss')} onPress={() => setAnswered('dismissed')} />}
      </div>
      {keeping === 'open' && answered !== 'dismissed' && (
        <section class="card" aria-labelledby="keeping">
          <p id="keeping">{i18n.t('keeping.question')}</p>
          <div class="buttons">
            <button type="button" onClick={ask}>
              {i18n.t('keeping.ask')}
            </button>
            <button type="button" onClick={decline}>
              {i18n.t('keeping.decline')}
            </button>
          </div>
        </section>
      )}
    </>
  );
}
