import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { percentText } from '../../lib/percent-text.ts';
import type { Mark, PostState, Reading } from '../../lib/post.ts';
import { Icon, type IconName } from './Icon.tsx';

interface Props {
  readonly title: string;
  readonly state: PostState;
  readonly onMark: (mark: Mark) => void;
  readonly onMarkOlder: () => void;
  readonly onCopyLink: () => void;
}

/** What a card says of its post, and what the reader can do with it. */
export function CardMark({ title, state, onMark, onMarkOlder, onCopyLink }: Props) {
  const nextReading: Mark = state.reading === 'read' ? 'unread' : 'read';
  const nextBookmark: Mark = state.bookmarked ? 'unsaved' : 'saved';
  return (
    <fieldset class="mark" aria-label={title}>
      <State kind={state.place === undefined ? state.reading : 'partly'}>{readingText(state)}</State>
      {state.bookmarked && <State kind="saved">{textOf('reading.saved')}</State>}
      <span class="actions">
        <Action title={title} label={`mark.${nextReading}`} icon={nextReading} onPress={() => onMark(nextReading)} />
        <Action title={title} label={`mark.${nextBookmark}`} icon={nextBookmark} onPress={() => onMark(nextBookmark)} />
        <Action title={title} label="mark.copy" icon="link" onPress={onCopyLink} />
        <Action title={title} label="mark.older" icon="older" onPress={onMarkOlder} />
      </span>
    </fieldset>
  );
}

function State({ kind, children }: { readonly kind: string; readonly children: ComponentChildren }) {
  return (
    <span class="state" data-kind={kind}>
      {children}
    </span>
  );
}

function readingText({ reading, place }: PostState): string {
  return place === undefined ? textOf(`reading.${reading}`) : i18n.t('reading.partly', [percentText(place)]);
}

interface ActionProps {
  readonly title: string;
  readonly label: Label;
  readonly icon: IconName;
  readonly onPress: () => void;
}

function Action({ title, label, icon, onPress }: ActionProps) {
  const text = textOf(label);
  const onClick = (event: MouseEvent) => {
    // A card may be a link.
    event.preventDefault();
    event.stopPropagation();
    onPress();
  };
  return (
    <button type="button" aria-label={`${text}: ${title}`} title={text} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

type Label = `mark.${Mark | 'copy' | 'older'}` | `reading.${Reading | 'saved'}`;

const texts = new Map<Label, string>();

/** Asks the browser once for all cards: it takes its time to answer. */
function textOf(label: Label): string {
  const text = texts.get(label) ?? i18n.t(label);
  texts.set(label, text);
  return text;
}
