import type { RefObject } from 'preact';
import { i18n } from '#i18n';
import { numberText } from '../../lib/number-text.ts';
import { percentText } from '../../lib/percent-text.ts';
import type { Mark } from '../../lib/post.ts';
import type { Reader } from '../../lib/reader/reader.ts';
import { readingMinutes, wholeMinutes } from '../../lib/reading-time.ts';
import type { SavedPost } from '../../lib/store/read-copies.ts';
import { BarButton } from './BarButton.tsx';
import { ContentsPanel } from './ContentsPanel.tsx';
import { Icon } from './Icon.tsx';
import { LookPanel } from './LookPanel.tsx';
import { useHiding } from './use-hiding.ts';
import './ReaderBar.css';

/** Who has less than this part of a post before them is at its end. */
const SOON = 0.01;

interface Props {
  readonly reader: Reader;
  readonly post: SavedPost | undefined;
  readonly contents: RefObject<HTMLButtonElement | null>;
  readonly look: RefObject<HTMLButtonElement | null>;
  readonly onHelp: () => void;
}

/** What can be done with the post, and how far it is read. It goes out of the way while the reader reads on. */
export function ReaderBar({ reader, post, contents, look, onHelp }: Props) {
  const isHidden = useHiding();
  const hasText = post?.html !== undefined;
  const url = post?.copy?.url ?? post?.post?.url;
  return (
    <header class="bar" data-hidden={isHidden}>
      <a class="bar-button" href="/library.html" title={i18n.t('library.title')} aria-label={i18n.t('library.title')}>
        <Icon name="library" />
      </a>
      {hasText && <Left reader={reader} words={post.copy?.words ?? 0} />}
      <div class="bar-buttons">
        {hasText && <ContentsPanel reader={reader} button={contents} />}
        <LookPanel looks={reader.looks} button={look} />
        {post?.post && <MarkButtons reader={reader} post={post.post} />}
        {url && (
          <a
            class="bar-button"
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            data-way="original"
            title={i18n.t('reader.original')}
            aria-label={i18n.t('reader.original')}
          >
            <Icon name="tab" />
          </a>
        )}
        <BarButton icon="help" name={i18n.t('keys.heading')} onPress={onHelp} />
      </div>
      {hasText && (
        <progress class="line" aria-label={i18n.t('article.progress')} value={reader.progress.value} max="1" />
      )}
    </header>
  );
}

interface MarkProps {
  readonly reader: Reader;
  readonly post: NonNullable<SavedPost['post']>;
}

function MarkButtons({ reader, post }: MarkProps) {
  const reading: Mark = post.reading === 'read' ? 'unread' : 'read';
  const bookmark: Mark = post.bookmarked ? 'unsaved' : 'saved';
  return (
    <>
      <BarButton icon={reading} name={i18n.t(`mark.${reading}`)} onPress={() => reader.mark(reading)} />
      <BarButton icon={bookmark} name={i18n.t(`mark.${bookmark}`)} onPress={() => reader.mark(bookmark)} />
    </>
  );
}

/** How much there is left to read, or where to go on that was left elsewhere. */
function Left({ reader, words }: { readonly reader: Reader; readonly words: number }) {
  const left = reader.left.value;
  if (left !== undefined) {
    return (
      <button type="button" class="go-on" onClick={() => reader.goTo(left)}>
        {i18n.t('article.goOn', [percentText(left)])}
      </button>
    );
  }
  const part = 1 - reader.progress.value;
  const minutes = part < SOON ? 0 : wholeMinutes(readingMinutes(words) * part);
  return <p class="left">{i18n.t('reader.left', minutes, [numberText(minutes)])}</p>;
}
