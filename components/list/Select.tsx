interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  /** The values, and what they are called. */
  readonly options: ReadonlyArray<readonly [value: Value, name: string]>;
  /** What is found may be of any category, and is in an order of its own. */
  readonly isOff?: boolean;
  readonly onChoose: (value: Value) => void;
}

/** Chooses one of a few. */
export function Select<Value extends string>({ label, value, options, isOff = false, onChoose }: Props<Value>) {
  return (
    <label class="select">
      <span>{label}</span>
      <select
        value={value}
        disabled={isOff}
        onChange={({ currentTarget }) => {
          const [chosen] = options[currentTarget.selectedIndex] ?? [];
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
