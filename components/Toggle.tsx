import type { ComponentChildren } from 'preact';

interface Props {
  readonly pressed: boolean;
  readonly onToggle: () => void;
  readonly children: ComponentChildren;
}

/** A button that is pressed or not. */
export function Toggle({ pressed, onToggle, children }: Props) {
  return (
    <button type="button" class="toggle" aria-pressed={pressed} onClick={onToggle}>
      {children}
    </button>
  );
}
