import { Icon, type IconName } from './Icon.tsx';

interface Props {
  readonly icon: IconName;
  readonly name: string;
  /** What it is done with, where there are several such buttons. */
  readonly of?: string | undefined;
  readonly onPress: (event: MouseEvent) => void;
  /** What it is found by when what had the focus is gone. */
  readonly control?: string;
  readonly tabIndex?: number | undefined;
  readonly expanded?: boolean | undefined;
}

/** A button that shows a picture, and tells its name when it is pointed at. */
export function IconButton({ icon, name, of, onPress, control, tabIndex, expanded }: Props) {
  return (
    <button
      type="button"
      class="icon-button"
      title={name}
      aria-label={of ? `${name}: ${of}` : name}
      aria-expanded={expanded}
      data-control={control}
      tabIndex={tabIndex}
      // The second click of a double click would hit what has taken its place.
      onClick={(event) => event.detail < 2 && onPress(event)}
    >
      <Icon name={icon} />
    </button>
  );
}
