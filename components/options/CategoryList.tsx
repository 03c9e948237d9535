import { i18n } from '#i18n';
import type { CategoryChoice } from '../../lib/category-choice.ts';
import { numberText } from '../../lib/number-text.ts';
import { Checkbox } from './Checkbox.tsx';

interface Props {
  readonly choices: readonly CategoryChoice[];
  readonly onFollow: (key: string, followed: boolean) => void;
}

/** The categories, each to be followed or not. */
export function CategoryList({ choices, onFollow }: Props) {
  return (
    <fieldset>
      <legend>{i18n.t('categories.followed')}</legend>
      <div class="categories">
        {choices.map(({ key, name, count, followed }) => (
          <Checkbox
            key={key}
            label={name}
            {...(count > 0 && { hint: i18n.t('categories.count', count, [numberText(count)]) })}
            checked={followed}
            onToggle={(checked) => onFollow(key, checked)}
          />
        ))}
      </div>
    </fieldset>
  );
}
