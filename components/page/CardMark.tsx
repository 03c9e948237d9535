import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { percentText } from '../../lib/percent-text.ts';
import type { Mark, PostState } from '../../lib/post.ts';
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
      {state.bookmarked && <State kind="saved">{i18n.t('reading.saved')}</State>}
      <span class="actions">
        <Action
          icon={nextReading}
          label={i18n.t(`mark.${nextReading}Named`, [title])}
          onPress={() => onMark(nextReading)}
        >
          {i18n.t(`mark.${nextReading}`)}
        </Action>
        <Action
          icon={nextBookmark}
          label={i18n.t(`mark.${nextBookmark}Named`, [title])}
          onPress={() => onMark(nextBookmark)}
        >
          {i18n.t(`mark.${nextBookmark}`)}
        </Action>
        <Action icon="link" label={i18n.t('mark.copyNamed', [title])} onPress={onCopyLink}>
          {i18n.t('mark.copy')}
        </Action>
        <Action icon="older" label={i18n.t('mark.olderNamed', [title])} onPress={onMarkOlder}>
          {i18n.t('mark.older')}
        </Action>
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
  return place === undefined ? i18n.t(`reading.${reading}`) : i18n.t('reading.partly', [percentText(place)]);
}

interface ActionProps {
  readonly icon: IconName;
  readonly label: string;
  readonly children: string;
  readonly onPress: () => void;
}

function Action({ icon, label, children, onPress }: ActionProps) {
  const onClick = (event: MouseEvent) => {
    // A card may be a link.
    event.preventDefault();
    event.stopPropagation();
    onPress();
  };
  return (
    <button type="button" aria-label={label} title={children} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
