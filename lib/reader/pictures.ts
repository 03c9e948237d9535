import { i18n } from '#i18n';
import type { MissingCode, OfflineCopy, PictureSize } from '../store/offline-copy.ts';

/** A picture that the reader looks at by itself. */
export interface ZoomedPicture {
  readonly src: string;
  readonly alt: string;
  readonly caption: string;
  /** Its width as a part of its height. */
  readonly ratio: number;
}

/** Where a picture of an article is shown. */
export interface PicturePlace {
  readonly image: HTMLImageElement;
  /** The address of the original. */
  readonly address: string;
}

/** Smaller ones, in CSS pixels, are signs in the text: there is nothing to be seen in them at a closer look. */
const LEAST_ZOOMED = 160;

/**
 * Gives the pictures that a copy has their room before they are read, so that no text moves when they come, where their size is
 * known; of the others it is said that they are missing.
 */
export function framePictures(
  article: ParentNode,
  copy: OfflineCopy,
  zoom: (picture: ZoomedPicture) => void,
): readonly PicturePlace[] {
  const kept = new Set(copy.pictures);
  return [...article.querySelectorAll('img')].flatMap((image) => {
    const address = image.dataset['original'] ?? '';
    if (!kept.has(address)) {
      sayMissing(image, codeOf(copy, address));
      return [];
    }
    frame(image, sizeOf(image, copy.sizes?.[address]), zoom);
    return { image, address };
  });
}

/** As large as the article shows it, else as it is; undefined if nobody knows. */
function sizeOf(image: HTMLImageElement, own: PictureSize | undefined): PictureSize | undefined {
  const [width, height] = [Number(image.getAttribute('width')), Number(image.getAttribute('height'))];
  if (width > 0 && height > 0) return { width, height };
  return own && width > 0 ? { width, height: (width * own.height) / own.width } : own;
}

function frame(image: HTMLImageElement, size: PictureSize | undefined, zoom: (picture: ZoomedPicture) => void): void {
  const isZoomed = !(size && size.width < LEAST_ZOOMED) && !image.closest('a, button, summary');
  const box = document.createElement(isZoomed ? 'button' : 'span');
  box.className = 'picture';
  if (size) {
    box.style.setProperty('--width', String(size.width));
    box.style.setProperty('--height', String(size.height));
    box.dataset['sized'] = '';
  }
  if (box instanceof HTMLButtonElement) {
    box.type = 'button';
    box.lang = i18n.t('locale');
    box.setAttribute('aria-label', image.alt ? i18n.t('reader.enlarge', [image.alt]) : i18n.t('reader.enlargePicture'));
    box.addEventListener('click', () =>
      zoom({ src: image.src, alt: image.alt, caption: captionOf(image), ratio: ratioOf(image) }),
    );
  }
  image.decoding = 'async';
  image.replaceWith(box);
  box.append(image);
}

/**
 * Shows those of the pictures that are kept, and says so of the others; resolves once each has come or failed. What is made for
 * that goes when it is aborted.
 */
export async function showPictures(
  places: readonly PicturePlace[],
  copy: OfflineCopy,
  stop: AbortSignal,
): Promise<void> {
  const { readPictures } = await import('../store/read-copies.ts');
  const pictures = await readPictures([...new Set(places.map(({ address }) => address))]);
  if (stop.aborted) return;
  const urls = new Map([...pictures].map(([address, { blob }]) => [address, URL.createObjectURL(blob)]));
  stop.addEventListener('abort', () => {
    for (const url of urls.values()) URL.revokeObjectURL(url);
  });
  const shown = places.map(async ({ image, address }) => {
    const url = urls.get(address);
    // A drawing that does not say how large it is takes the room that there is.
    if (pictures.get(address)?.width === 0) image.closest('.picture')?.toggleAttribute('data-unsized', true);
    if (!url) sayMissing(image, codeOf(copy, address));
    else if (!(await hasCome(image, url)) && !stop.aborted) sayMissing(image, 'unreadable');
  });
  await Promise.all(shown);
}

function hasCome(image: HTMLImageElement, url: string): Promise<boolean> {
  return new Promise((resolve) => {
    image.addEventListener('load', () => resolve(true), { once: true });
    image.addEventListener('error', () => resolve(false), { once: true });
    image.src = url;
  });
}

function sayMissing(image: HTMLImageElement, code: MissingCode | undefined): void {
  const note = document.createElement('span');
  const [alt, why] = [document.createElement('span'), document.createElement('small')];
  note.className = 'missing-picture';
  why.lang = i18n.t('locale');
  alt.textContent = image.alt;
  why.textContent = code ? i18n.t(`missingPicture.${code}`) : i18n.t('missingPicture.unknown');
  note.append(...(image.alt ? [alt, why] : [why]));
  (image.closest('.picture') ?? image).replaceWith(note);
}

function codeOf({ missing }: OfflineCopy, address: string): MissingCode | undefined {
  return missing.find((picture) => picture.address === address)?.code;
}

/** Of a drawing without a size of its own browsers only know how it is shown. */
function ratioOf({ clientWidth, clientHeight, naturalWidth, naturalHeight }: HTMLImageElement): number {
  return naturalWidth / naturalHeight || clientWidth / clientHeight || 1;
}

function captionOf(image: HTMLImageElement): string {
  return image.closest('figure')?.querySelector('figcaption')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}
