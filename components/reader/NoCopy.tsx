import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { catchUp, saveAgain } from '../../lib/actions.ts';
import { copyFailureText } from '../../lib/copies/copy-text.ts';
import { numberText } from '../../lib/number-text.ts';
import { createOnline } from '../../lib/online.ts';
import { type PostId, titleOf } from '../../lib/post.ts';
import type { Reader } from '../../lib/reader/reader.ts';
import type { Saving } from '../../lib/store/offline-copy.ts';
import type { SavedPost } from '../../lib/store/read-copies.ts';
import { MakeRoom } from '../copies/MakeRoom.tsx';
import './NoCopy.css';

interface Props {
  readonly reader: Reader;
  readonly post: SavedPost | undefined;
}

/** Why a post cannot be read here, and what to do. */
export function NoCopy({ reader, post: saved }: Props) {
  const post = saved?.post;
  if (!post) {
    return (
      <section>
        <h1>{i18n.t('noCopy.unknown')}</h1>
        <p>{i18n.t('noCopy.unknownHint')}</p>
        <p>
          <a href="/library.html">{i18n.t('frames.library')}</a>
        </p>
      </section>
    );
  }
  return (
    <section>
      <p class="quiet-text" lang="en">
        {titleOf(post)}
      </p>
      {post.bookmarked ? (
        <BeingSaved id={post.id} saving={saved.saving} />
      ) : (
        <NotSaved onSave={() => reader.mark('saved')} />
      )}
      <p>
        <a href={post.url} target="_blank" rel="noopener noreferrer">
          {i18n.t('reader.original')}
        </a>
      </p>
    </section>
  );
}

function NotSaved({ onSave }: { readonly onSave: () => void }) {
  return (
    <>
      <h1>{i18n.t('noCopy.notSaved')}</h1>
      <p>{i18n.t('noCopy.notSavedHint')}</p>
      <button type="button" class="primary" onClick={onSave}>
        {i18n.t('mark.saved')}
      </button>
    </>
  );
}

function BeingSaved({ id, saving }: { readonly id: PostId; readonly saving: Saving | undefined }) {
  const online = useMemo(createOnline, []);
  // Without a network nobody goes on with it.
  const isRunning = saving?.status === 'running' && online.value;
  const hasFailed = saving?.status === 'failed';
  const heading = hasFailed ? 'failed' : isRunning ? 'running' : 'waiting';
  const cause = saving && copyFailureText(saving);
  useEffect(() => {
    // Whoever looks at it has it made, if that can be.
    if (heading === 'waiting' && online.value) void catchUp().catch(console.error);
  }, [heading, online.value]);
  return (
    <>
      <h1>{i18n.t(`noCopy.${heading}`)}</h1>
      {cause && <p class="failure">{cause}</p>}
      {isRunning && <SavingProgress saving={saving} />}
      <p>{i18n.t(`noCopy.${heading}Hint`)}</p>
      {hasFailed && <CopyAgain id={id} saving={saving} />}
    </>
  );
}

function CopyAgain({ id, saving }: { readonly id: PostId; readonly saving: Saving }) {
  const [isOver, setOver] = useState(false);
  const onFailed = () => setOver(true);
  const again = () => saveAgain([id]).catch(onFailed);
  return (
    <>
      {saving.failure?.code === 'full' && <MakeRoom onDone={again} onFailed={onFailed} />}
      <button type="button" class="primary" onClick={again}>
        {i18n.t('copies.retry')}
      </button>
      {isOver && <p role="alert">{i18n.t('failure.action')}</p>}
    </>
  );
}

function SavingProgress({ saving: { done, total } }: { readonly saving: Saving }) {
  const text = i18n.t('noCopy.progress', total, [numberText(done), numberText(total)]);
  if (total === 0) return <progress aria-label={i18n.t('noCopy.running')} />;
  return (
    <p>
      <progress value={done} max={total} aria-label={i18n.t('noCopy.running')} />
      {text}
    </p>
  );
}
