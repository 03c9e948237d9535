import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { saveAgain } from '../../lib/actions.ts';
import { copyFailureText, copyText } from '../../lib/copies/copy-text.ts';
import { forbiddenHosts, requestHosts } from '../../lib/copies/host-permissions.ts';
import type { OfflineCopy, Saving } from '../../lib/store/offline-copy.ts';
import { OlderOrNewer } from '../copies/OlderOrNewer.tsx';
import { useFallbackFocus } from '../use-fallback-focus.ts';
import './CopyLack.css';

interface Props {
  readonly copy: OfflineCopy;
  readonly saving: Saving | undefined;
}

/** Says below a post that its copy lacks pictures, or that a newer one has less; has it made again, and says what comes of that. */
export function CopyLack({ copy, saving }: Props) {
  const [asked, setAsked] = useState<'again' | 'failed'>();
  const section = useRef<HTMLElement>(null);
  const status = useFallbackFocus<HTMLParagraphElement>(section);
  const hosts = forbiddenHosts(copy.missing);
  const isOlder = saving?.failure?.code === 'shorter';
  const onFailed = () => setAsked('failed');
  const again = () => saveAgain([copy.id]).then(() => setAsked('again'), onFailed);
  const allow = () => requestHosts(hosts).then((granted) => (granted ? again() : undefined), onFailed);
  return (
    <section ref={section} class="copy-lack">
      <p>{(isOlder && asked !== 'again' && copyFailureText(saving)) || lackText(copy)}</p>
      <div class="buttons">
        {hosts.length > 0 && (
          <button type="button" onClick={() => void allow()}>
            {i18n.t('copies.allow', [hosts.join(', ')])}
          </button>
        )}
        {isOlder ? (
          <OlderOrNewer id={copy.id} onOlder={() => setAsked(undefined)} onNewer={again} onFailed={onFailed} />
        ) : (
          <button type="button" onClick={() => void again()}>
            {i18n.t('copies.again')}
          </button>
        )}
      </div>
      <p ref={status} role="status" class="quiet-text" tabIndex={-1}>
        {asked === 'again' && outcomeText(copy, saving)}
        {asked === 'failed' && i18n.t('failure.action')}
      </p>
    </section>
  );
}

function lackText(copy: OfflineCopy): string {
  return copyText({ copy }, navigator.onLine) ?? i18n.t('copies.whole');
}

function outcomeText(copy: OfflineCopy, saving: Saving | undefined): string {
  if (!saving) return lackText(copy);
  return copyFailureText(saving) ?? i18n.t('reader.copiedAgain');
}
