import { originalImage } from '../../blog/image.ts';
import { parseHtml, rename, unwrap } from './dom.ts';

/** Where scripts that load pictures later keep their addresses; they come first, since beside them `src` is a stand-in. */
const SRCSETS = ['data-srcset', 'data-lazy-srcset', 'srcset'];
const SRCS = ['data-src', 'data-lazy-src', 'data-original', 'src'];
/** Pictures that stand for a character. */
const EMOJI = 'img.emoji, img.wp-smiley, img[src*="/core/emoji/"]';
/** Nobody sees them: they count who has read the post. */
const COUNTING =
  /^https:\/\/(?:pixel\.wp\.com|stats\.wp\.com|www\.facebook\.com\/tr\b|[\w.-]*doubleclick\.net|www\.google-analytics\.com|px\.ads\.linkedin\.com)/;
const SMALLEST = 3;
/** WordPress names the smaller sizes of a picture after the picture. */
const SIZE = /-\d{1,5}x\d{1,5}(?=\.\w{3,4}$)/;
/** No post has more; each is asked for. */
const MOST_PICTURES = 500;

/**
 * Makes of each picture of a text an `img` with the address of its original, alternative text and size, and nothing else. Those
 * that have no address, for instance since they are in the page itself, are removed, and so are those that nobody sees.
 */
export function settlePictures(text: Element): void {
  for (const box of text.querySelectorAll('.wp-caption')) toFigure(box);
  for (const noscript of text.querySelectorAll('noscript')) unpack(noscript);
  for (const picture of text.querySelectorAll('picture')) settleSources(picture);
  for (const [index, img] of [...text.querySelectorAll('img')].entries()) {
    if (index < MOST_PICTURES) settle(img);
    else img.remove();
  }
}

/** Whether two addresses are of the same picture, perhaps in different sizes. */
export function isSamePicture(one: string, other: string): boolean {
  return one !== '' && wholeName(one) === wholeName(other);
}

function wholeName(address: string): string {
  return address.replace(/[?#].*$/s, '').replace(SIZE, '');
}

function toFigure(box: Element): void {
  for (const caption of box.querySelectorAll('.wp-caption-text')) rename(caption, 'figcaption');
  rename(box, 'figure');
}

function settle(img: Element): void {
  const address = addressOf(img);
  if (img.matches(EMOJI)) img.replaceWith(img.getAttribute('alt') ?? '');
  else if (address === '' || isUnseen(img, address)) img.remove();
  else settleShown(img, address);
}

function settleShown(img: Element, address: string): void {
  const link = img.closest('a[href]');
  const linked = originalImage(link?.getAttribute('href') ?? '');
  const isLarger = isSamePicture(linked, address);
  img.replaceWith(pictureOf(img, isLarger ? linked : address));
  if (link && isLarger) unwrap(link);
}

function pictureOf(img: Element, address: string): Element {
  const picture = img.ownerDocument.createElement('img');
  picture.setAttribute('src', address);
  picture.setAttribute('alt', img.getAttribute('alt') ?? '');
  for (const side of ['width', 'height']) {
    const length = /^\s*(\d{1,5})(?:px)?\s*$/.exec(img.getAttribute(side) ?? '')?.[1];
    if (Number(length) > 0) picture.setAttribute(side, String(Number(length)));
  }
  return picture;
}

function isUnseen(img: Element, address: string): boolean {
  const [width, height] = ['width', 'height'].map((side) => Number.parseFloat(img.getAttribute(side) ?? ''));
  return COUNTING.test(address) || (Number(width) < SMALLEST && Number(height) < SMALLEST);
}

/** The original of the largest picture that an element names; empty if there is none. */
function addressOf(element: Element): string {
  const largest = SRCSETS.map((name) => originalImage(largestOf(element.getAttribute(name) ?? '')));
  const plain = SRCS.map((name) => originalImage(element.getAttribute(name) ?? ''));
  const [laterSet = '', laterLazySet = '', set = ''] = largest;
  const src = plain.pop() ?? '';
  return [laterSet, laterLazySet, ...plain, set, src].find(Boolean) ?? '';
}

function largestOf(srcset: string): string {
  const candidates = srcset.split(/,\s+|(?<=\s[\d.]{1,9}[wx]),/).map((candidate) => {
    const [address = '', size = '1'] = candidate.trim().split(/\s+/);
    return { address, size: Number.parseFloat(size) };
  });
  return candidates.reduce((largest, next) => (next.size > largest.size ? next : largest)).address;
}

/** A picture that comes in several formats is its `img`; if that has no address, one of the formats. */
function settleSources(picture: Element): void {
  const img = picture.querySelector('img');
  const source = [...picture.querySelectorAll('source')].map(addressOf).find(Boolean);
  if (img && source && addressOf(img) === '') img.setAttribute('src', source);
  if (img) picture.replaceWith(img);
  else picture.remove();
}

/** What is shown without scripts is the true picture, or film, where a script is to put it. */
function unpack(noscript: Element): void {
  const held = noscript.childElementCount > 0 ? noscript : parseHtml(noscript.textContent);
  const [img, frame] = [held.querySelector('img'), held.querySelector('iframe')];
  if (frame) unpackFrame(noscript, frame);
  else if (img) unpackPicture(noscript, img);
  else noscript.remove();
}

function unpackFrame(noscript: Element, frame: Element): void {
  const { previousElementSibling: before } = noscript;
  if (before?.matches('[data-src], [data-id]')) before.remove();
  noscript.replaceWith(frame);
}

function unpackPicture(noscript: Element, img: Element): void {
  const twin = twinOf(noscript.previousElementSibling) ?? twinOf(noscript.nextElementSibling);
  if (twin && addressOf(twin) === '') twin.replaceWith(img);
  if (twin) noscript.remove();
  else noscript.replaceWith(img);
}

function twinOf(beside: Element | null): Element | null {
  if (!beside || beside.localName === 'img') return beside;
  const [img, another] = beside.matches('picture, span, a, div') ? beside.querySelectorAll('img') : [];
  return img && !another && beside.textContent.trim() === '' ? img : null;
}
