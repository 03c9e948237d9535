import { i18n } from '#i18n';
import type { Options as Model } from '../../lib/options.ts';
import { useFallbackFocus } from '../use-fallback-focus.ts';
import { BlogPagesSection } from './BlogPagesSection.tsx';
import { CategoriesSection } from './CategoriesSection.tsx';
import { CheckingSection } from './CheckingSection.tsx';
import { CopiesSection } from './CopiesSection.tsx';
import { LibrarySection } from './LibrarySection.tsx';
import { NotificationsSection } from './NotificationsSection.tsx';
import { OlderPostsSection } from './OlderPostsSection.tsx';
import { OutcomeBar } from './OutcomeBar.tsx';

/** The options page: how the checks go, and whatever the reader can choose. */
export function Options({ options }: { readonly options: Model }) {
  const settings = options.settings.value;
  const library = options.library.value;
  const health = options.checking.health.value;
  const main = useFallbackFocus<HTMLElement>();
  return (
    <>
      <header>
        <img src="/icon.svg" alt="" width="40" height="40" />
        <h1>{i18n.t('options.title')}</h1>
      </header>
      <main ref={main} tabIndex={-1}>
        {settings && health && (
          <>
            <CheckingSection checking={options.checking} settings={settings} onChange={options.change} />
            <NotificationsSection options={options} settings={settings} />
            <BlogPagesSection settings={settings} onChange={options.change} />
            <CategoriesSection library={library} settings={settings} onChange={options.change} />
            <OlderPostsSection options={options} library={library} />
            <CopiesSection />
            <LibrarySection library={library} health={health} onStartAnew={options.startAnew} />
          </>
        )}
      </main>
      <OutcomeBar outcome={options.outcome.value} />
    </>
  );
}
