interface Props<Choice extends string> {
  readonly name: string;
  readonly label: string;
  readonly choices: ReadonlyArray<readonly [choice: Choice, label: string]>;
  readonly chosen: Choice;
  readonly onChoose: (choice: Choice) => void;
}

/** A few things of which one is chosen. */
export function Choices<Choice extends string>({ name, label, choices, chosen, onChoose }: Props<Choice>) {
  return (
    <fieldset class="choices">
      <legend>{label}</legend>
      {choices.map(([choice, label]) => (
        <label key={choice} data-choice={choice}>
          <input type="radio" name={name} checked={choice === chosen} onChange={() => onChoose(choice)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
