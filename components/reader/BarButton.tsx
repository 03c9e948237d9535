import { Icon, type IconName } from './Icon.tsx';

interface Props {
  readonly icon: IconName;
  readonly name: string;
  readonly onPress: () => void;
}

/** A button that shows a picture, and tells its name when it is pointed at. */
export function BarButton({ icon, name, onPress }: Props) {
  return (
    // The second click of a double click would undo the first.
    <button
      type="button"
      class="bar-button"
      title={name}
      aria-label={name}
      onClick={({ detail }) => detail < 2 && onPress()}
    >
      <Icon name={icon} />
    </button>
  );
}
