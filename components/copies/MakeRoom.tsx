import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { sizeText } from '../../lib/copies/copy-text.ts';
import { dropPictures } from '../../lib/copies/drop-pictures.ts';
import { numberText } from '../../lib/number-text.ts';
import { type Droppable, droppablePictures } from '../../lib/store/make-room.ts';

interface Props {
  readonly onDone: () => unknown;
  readonly onFailed: () => void;
}

/** Offers to drop the pictures of the oldest copies that have been read. */
export function MakeRoom({ onDone, onFailed }: Props) {
  const [droppable, setDroppable] = useState<Droppable>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is asked for once
  useEffect(() => {
    droppablePictures().then(setDroppable, onFailed);
  }, []);
  const [isDropping, setDropping] = useState(false);
  if (!droppable) return null;
  const { bytes, ids } = droppable;
  const drop = () => {
    if (isDropping) return;
    setDropping(true);
    void dropPictures(ids)
      .then(onDone, onFailed)
      .finally(() => setDropping(false));
  };
  if (ids.length === 0) return <p>{i18n.t('copies.noRoom')}</p>;
  return (
    <>
      <p>{i18n.t('copies.dropHint', ids.length, [numberText(ids.length), sizeText(bytes)])}</p>
      <button type="button" aria-disabled={isDropping} onClick={drop}>
        {i18n.t(isDropping ? 'copies.dropping' : 'copies.drop')}
      </button>
    </>
  );
}
