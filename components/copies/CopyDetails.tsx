import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { saveAgain } from '../../lib/actions.ts';
import { copyFailureText, copyText, missingText } from '../../lib/copies/copy-text.ts';
import { forbiddenHosts, requestHosts } from '../../lib/copies/host-permissions.ts';
import { type Post, titleOf } from '../../lib/post.ts';
import type { CopyState } from '../../lib/store/copy-states.ts';
import { placeBeside } from '../place-beside.ts';
import { MakeRoom } from './MakeRoom.tsx';
import { OlderOrNewer } from './OlderOrNewer.tsx';
import '../popup.css';
import './CopyDetails.css';

interface Props {
  readonly post: Pick<Post, 'id' | 'title'>;
  readonly state: CopyState;
  /** The button that it belongs to. */
  readonly button: HTMLElement;
  readonly onClose: () => void;
}

/** What a copy lacks and why, and what the reader can do. */
export function CopyDetails({ post, state, button, onClose }: Props) {
  const { copy, saving } = state;
  const details = useRef<HTMLFieldSetElement>(null);
  const [hasFailed, setFailed] = useState(false);
  useLayoutEffect(() => {
    const shown = details.current;
    if (!shown) return;
    shown.showPopover();
    placeBeside(shown, button);
    shown.focus();
  }, [button]);
  const text = detailsText(state);
  const missing = copy?.missing ?? [];
  const hosts = forbiddenHosts(missing);
  const onFailed = () => setFailed(true);
  // The focus goes back only from what is hidden, not from what is gone.
  const close = () => details.current?.hidePopover();
  const again = () => saveAgain([post.id]).then(close, onFailed);
  return (
    <fieldset
      ref={details}
      class="popup copy-details"
      popover="auto"
      tabIndex={-1}
      aria-label={i18n.t('copies.detailsOf', [titleOf(post)])}
      onToggle={({ newState }) => newState === 'closed' && onClose()}
    >
      {text && <p>{text}</p>}
      {missing.length > 0 && (
        <>
          <p>{i18n.t('copies.partly', missing.length)}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with keys */}
          <ul tabIndex={0}>
            {missing.map((picture) => (
              <li key={picture.address}>{missingText(picture)}</li>
            ))}
          </ul>
        </>
      )}
      {saving?.failure?.code === 'shorter' && (
        <OlderOrNewer id={post.id} onOlder={close} onNewer={again} onFailed={onFailed} />
      )}
      {saving?.failure?.code === 'full' && <MakeRoom onDone={again} onFailed={onFailed} />}
      {hosts.length > 0 && (
        <button
          type="button"
          onClick={() => void requestHosts(hosts).then((granted) => (granted ? again() : undefined), onFailed)}
        >
          {i18n.t('copies.allow', [hosts.join(', ')])}
        </button>
      )}
      {saving?.status !== 'running' && (copy || saving?.failure) && saving?.failure?.code !== 'shorter' && (
        <button type="button" onClick={again}>
          {i18n.t(copy ? 'copies.again' : 'copies.retry')}
        </button>
      )}
      {hasFailed && <p role="alert">{i18n.t('failure.action')}</p>}
    </fieldset>
  );
}

/** What keeps a copy from being made; what it lacks is told beside. */
function detailsText(state: CopyState): string | undefined {
  const { copy, saving } = state;
  const isRead = copy && saving?.status !== 'running';
  return (saving && copyFailureText(saving)) ?? (isRead ? undefined : copyText(state, navigator.onLine));
}
