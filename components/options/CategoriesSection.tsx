import { i18n } from '#i18n';
import { categoryChoices, withFollowed } from '../../lib/category-choice.ts';
import type { SettingsChange } from '../../lib/change-settings.ts';
import type { Live } from '../../lib/live.ts';
import type { LibraryView } from '../../lib/options.ts';
import type { Settings } from '../../lib/settings.ts';
import { CategoryList } from './CategoryList.tsx';
import { LibraryMissing } from './LibraryMissing.tsx';
import { Section } from './Section.tsx';

interface Props {
  readonly library: Live<LibraryView>;
  readonly settings: Settings;
  readonly onChange: (change: SettingsChange) => void;
}

/** Which categories the reader follows. */
export function CategoriesSection({ library, settings: { mutedCategories }, onChange }: Props) {
  const names = library.state === 'ready' ? library.value.categories : [];
  const choices = library.state === 'waiting' ? [] : categoryChoices(names, mutedCategories);
  return (
    <Section id="categories" heading={i18n.t('categories.heading')}>
      <p class="quiet-text">{i18n.t('categories.hint')}</p>
      {library.state === 'failed' && <LibraryMissing />}
      {library.state === 'ready' && choices.length === 0 && <p>{i18n.t('categories.none')}</p>}
      {choices.length > 0 && (
        <CategoryList
          choices={choices}
          onFollow={(key, followed) =>
            onChange((settings) => ({ mutedCategories: withFollowed(settings.mutedCategories, key, followed) }))
          }
        />
      )}
      {mutedCategories.length > 0 && (
        <button type="button" onClick={() => onChange(() => ({ mutedCategories: [] }))}>
          {i18n.t('categories.followAll')}
        </button>
      )}
    </Section>
  );
}
