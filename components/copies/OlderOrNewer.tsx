import { i18n } from '#i18n';
import type { PostId } from '../../lib/post.ts';
import { keepOlderCopy, takeNewerCopy } from '../../lib/store/savings.ts';

interface Props {
  readonly id: PostId;
  readonly onOlder: () => unknown;
  readonly onNewer: () => unknown;
  readonly onFailed: () => void;
}

/** Lets the reader choose where a newer copy has less than the older. */
export function OlderOrNewer({ id, onOlder, onNewer, onFailed }: Props) {
  return (
    <>
      <button type="button" onClick={() => void keepOlderCopy(id).then(onOlder, onFailed)}>
        {i18n.t('copies.keepOlder')}
      </button>
      <button type="button" onClick={() => void takeNewerCopy(id).then(onNewer, onFailed)}>
        {i18n.t('copies.takeNewer')}
      </button>
    </>
  );
}
