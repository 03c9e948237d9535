import type { LiveLook } from '../../lib/reader/live-look.ts';
import { SCALES, type Scale } from '../../lib/reader/look.ts';

interface Props {
  readonly looks: LiveLook;
  readonly scale: Scale;
  readonly label: string;
}

/** A slider for what can be made larger or smaller. */
export function ScaleField({ looks, scale, label }: Props) {
  const { least, most, step } = SCALES[scale];
  return (
    <label class="scale">
      <span>{label}</span>
      <input
        type="range"
        min={least}
        max={most}
        step={step}
        value={looks.look.value[scale]}
        onInput={({ currentTarget }) => looks.change({ [scale]: currentTarget.valueAsNumber })}
      />
    </label>
  );
}
