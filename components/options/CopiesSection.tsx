import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type Checked, checkCopies } from '../../lib/copies/check-copies.ts';
import { sizeText } from '../../lib/copies/copy-text.ts';
import { createKeeping } from '../../lib/copies/keeping.ts';
import { live } from '../../lib/live.ts';
import { numberText } from '../../lib/number-text.ts';
import { titleOf } from '../../lib/post.ts';
import { readerPath } from '../../lib/reader/address.ts';
import { copiesUsage } from '../../lib/store/copy-states.ts';
import { Section } from './Section.tsx';

/** What the copies of saved posts take up, whether the browser keeps them, and a check that nothing of them is lost. */
export function CopiesSection() {
  const usage = useMemo(() => live(() => copiesUsage), []).value;
  const model = useMemo(createKeeping, []);
  useEffect(() => model.stop, [model]);
  const [outcome, setOutcome] = useState<string>();
  const keeping = model.keeping.value;
  if (usage.state !== 'ready') return null;
  const { bytes, copies } = usage.value;
  const count = copies.length;
  const check = async () => {
    setOutcome(undefined);
    try {
      setOutcome(outcomeText(await checkCopies()));
    } catch (error) {
      console.error(error);
      setOutcome(i18n.t('failure.action'));
    }
  };
  const ask = async () => {
    setOutcome(undefined);
    await model.ask().catch(console.error);
    if (model.keeping.peek() === 'notKept') setOutcome(i18n.t('keeping.refused'));
  };
  return (
    <Section id="copies" heading={i18n.t('copies.heading')}>
      <p>{i18n.t('copies.usage', count, [numberText(count), sizeText(bytes)])}</p>
      {count > 0 && (
        <details>
          <summary>{i18n.t('copies.bySize')}</summary>
          <ol class="sizes">
            {copies.map((copy) => (
              <li key={copy.id}>
                <a href={readerPath(copy.id)}>{titleOf(copy)}</a> <span>{sizeText(copy.bytes)}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
      {keeping && <p class="quiet-text">{i18n.t(keeping === 'open' ? 'keeping.question' : `keeping.${keeping}`)}</p>}
      <div class="buttons">
        {keeping && keeping !== 'kept' && (
          <button type="button" onClick={() => void ask()}>
            {i18n.t('keeping.ask')}
          </button>
        )}
        {count > 0 && (
          <button type="button" onClick={() => void check()}>
            {i18n.t('copies.check')}
          </button>
        )}
      </div>
      <p role="status">{outcome}</p>
    </Section>
  );
}

function outcomeText({ damaged, lacking }: Checked): string {
  const rest = lacking > 0 ? i18n.t('copies.checkedRest', lacking, [numberText(lacking)]) : '';
  const found = damaged > 0 || lacking === 0 ? i18n.t('copies.checked', damaged, [numberText(damaged)]) : '';
  return [found, rest].filter((text) => text !== '').join(' ');
}
