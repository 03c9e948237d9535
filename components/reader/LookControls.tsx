import { i18n } from '#i18n';
import type { LiveLook } from '../../lib/reader/live-look.ts';
import { FONTS, THEMES } from '../../lib/reader/look.ts';
import { Choices } from './Choices.tsx';
import './LookControls.css';
import { ScaleField } from './ScaleField.tsx';

/** What the reader can choose of how posts look. */
export function LookControls({ looks }: { readonly looks: LiveLook }) {
  const look = looks.look.value;
  return (
    <div class="look">
      <Choices
        name="theme"
        label={i18n.t('appearance.theme')}
        choices={THEMES.map((theme) => [theme, i18n.t(`appearance.${theme}`)])}
        chosen={look.theme}
        onChoose={(theme) => looks.change({ theme })}
      />
      <Choices
        name="font"
        label={i18n.t('appearance.font')}
        choices={FONTS.map((font) => [font, i18n.t(`appearance.${font}`)])}
        chosen={look.font}
        onChoose={(font) => looks.change({ font })}
      />
      <ScaleField looks={looks} scale="size" label={i18n.t('appearance.size')} />
      <ScaleField looks={looks} scale="width" label={i18n.t('appearance.width')} />
      <ScaleField looks={looks} scale="spacing" label={i18n.t('appearance.spacing')} />
      <label class="justified">
        <input
          type="checkbox"
          checked={look.justified}
          onChange={({ currentTarget }) => looks.change({ justified: currentTarget.checked })}
        />
        {i18n.t('appearance.justified')}
      </label>
      <button type="button" class="link" onClick={looks.reset}>
        {i18n.t('appearance.reset')}
      </button>
    </div>
  );
}
