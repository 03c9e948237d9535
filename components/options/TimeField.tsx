interface Props {
  readonly label: string;
  /** `HH:MM` */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A time of day. One that was left half-way is as it was before. */
export function TimeField({ label, value, onChange }: Props) {
  return (
    <label class="field">
      {label}
      <input
        type="time"
        value={value}
        onChange={({ currentTarget }) => currentTarget.value && onChange(currentTarget.value)}
        onBlur={({ currentTarget }) => {
          currentTarget.value ||= value;
        }}
      />
    </label>
  );
}
