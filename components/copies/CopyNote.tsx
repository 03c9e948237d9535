import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { copyText } from '../../lib/copies/copy-text.ts';
import { copyStateOf, followCopy } from '../../lib/copies/followed-copies.ts';
import { type Post, titleOf } from '../../lib/post.ts';
import type { CopyState } from '../../lib/store/copy-states.ts';
import { CopyDetails } from './CopyDetails.tsx';
import './CopyNote.css';

interface Props {
  readonly post: Pick<Post, 'id' | 'title'>;
  readonly isOnline: boolean;
  readonly tabIndex?: number | undefined;
}

/** What there is to say of the copy of a saved post, and more of it when that is pressed; nothing if it is whole. */
export function CopyNote({ post, isOnline, tabIndex }: Props) {
  useEffect(() => followCopy(post.id), [post.id]);
  const [button, setButton] = useState<HTMLElement>();
  const [isFollowed, setFollowed] = useState(false);
  const state = copyStateOf(post.id);
  const text = state && copyText(state, isOnline);
  if (!state) return null;
  const toggle = (pressed: HTMLElement) => {
    setButton(button ? undefined : pressed);
    setFollowed(true);
  };
  return (
    <>
      {text !== undefined && (
        <button
          type="button"
          class="copy-note"
          aria-label={i18n.t('copies.noteOf', [text, titleOf(post)])}
          aria-expanded={button !== undefined}
          data-control="copy"
          tabIndex={tabIndex}
          onClick={({ currentTarget }) => toggle(currentTarget)}
        >
          {text}
        </button>
      )}
      {isFollowed && <CopyStatus state={state} text={text} />}
      {text !== undefined && button && (
        <CopyDetails post={post} state={state} button={button} onClose={() => setButton(undefined)} />
      )}
    </>
  );
}

interface StatusProps {
  readonly state: CopyState;
  readonly text: string | undefined;
}

/** Announces what comes of a copy from now on. */
function CopyStatus({ state, text }: StatusProps) {
  const first = useRef(signOf(state));
  const isNews = useRef(false);
  isNews.current ||= signOf(state) !== first.current;
  // Each picture that comes would be too much to hear.
  const news = state.saving?.status === 'running' ? i18n.t('copies.reading') : (text ?? i18n.t('copies.whole'));
  return (
    <span role="status" class="unseen">
      {isNews.current && news}
    </span>
  );
}

function signOf({ copy, saving }: CopyState): string {
  return `${saving?.status} ${copy?.savedAt}`;
}
