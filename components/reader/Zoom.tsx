import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ZoomedPicture } from '../../lib/reader/pictures.ts';
import './Zoom.css';

/** Each larger than the one before; the first is what fits the window. */
const SCALES = [1, 1.5, 2, 3, 4, 6] as const;

interface Props {
  readonly picture: ZoomedPicture;
  readonly onClose: () => void;
}

/** A picture by itself, as large as there is room, and larger. */
export function Zoom({ picture, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const image = useRef<HTMLImageElement>(null);
  const [at, setAt] = useState(0);
  useEffect(() => dialog.current?.showModal(), []);
  useLayoutEffect(() => {
    if (image.current) enlarge(image.current, picture.ratio, SCALES[at] ?? 1);
  }, [picture, at]);
  const zoom = (steps: number) => setAt((at) => Math.min(SCALES.length - 1, Math.max(0, at + steps)));
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === '+' || event.key === '=') zoom(1);
    if (event.key === '-') zoom(-1);
    if (event.key === '0') setAt(0);
  };
  return (
    <dialog
      ref={dialog}
      class="zoom"
      aria-label={picture.alt || i18n.t('reader.picture')}
      onClose={onClose}
      onKeyDown={onKey}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with keys */}
      {/* biome-ignore lint/a11y/useSemanticElements: it has no fields */}
      <div class="zoomed" role="group" aria-label={i18n.t('reader.picture')} tabIndex={0}>
        <img ref={image} src={picture.src} alt={picture.alt} />
      </div>
      <div class="zoom-bar">
        <p lang="en">{picture.caption}</p>
        <button type="button" onClick={() => zoom(-1)} aria-disabled={at === 0}>
          {i18n.t('reader.smaller')}
        </button>
        <button type="button" onClick={() => zoom(1)} aria-disabled={at === SCALES.length - 1}>
          {i18n.t('reader.larger')}
        </button>
        <button type="button" onClick={() => dialog.current?.close()}>
          {i18n.t('keys.close')}
        </button>
      </div>
    </dialog>
  );
}

/** Makes the picture so many times as large as what fits; what was in the middle stays there. */
function enlarge(image: HTMLImageElement, ratio: number, scale: number): void {
  const room = image.parentElement;
  if (!room) return;
  const middle = middleOf(room);
  const before = image.getBoundingClientRect();
  image.style.setProperty('--ratio', String(ratio));
  image.style.setProperty('--scale', String(scale));
  const after = image.getBoundingClientRect();
  const to = (start: number, size: number, startNow: number, sizeNow: number, at: number) =>
    size > 0 ? startNow + (sizeNow * (at - start)) / size - at : 0;
  room.scrollBy({
    left: to(before.left, before.width, after.left, after.width, middle.x),
    top: to(before.top, before.height, after.top, after.height, middle.y),
    behavior: 'instant',
  });
}

function middleOf(element: Element): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
