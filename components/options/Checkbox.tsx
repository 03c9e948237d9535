import { useId } from 'preact/hooks';

interface Props {
  readonly label: string;
  /** What is to know of it. */
  readonly hint?: string;
  readonly checked: boolean;
  /** Called in the very turn in which the reader presses it. */
  readonly onToggle: (checked: boolean) => void;
}

/** A checkbox that shows what is stored, and changes once that has. */
export function Checkbox({ label, hint, checked, onToggle }: Props) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div class="checkbox">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        {...(hint && { 'aria-describedby': hintId })}
        onClick={(event) => {
          event.preventDefault();
          onToggle(!checked);
        }}
      />
      <div>
        <label for={id}>{label}</label>
        {hint && (
          <p id={hintId} class="quiet-text">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
