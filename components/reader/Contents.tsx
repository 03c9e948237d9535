import { i18n } from '#i18n';
import type { Reader } from '../../lib/reader/reader.ts';
import './Contents.css';

interface Props {
  readonly reader: Reader;
  readonly onGo?: () => void;
}

/** Moves the focus to where the reader is in a table of contents. */
export function focusContents(contents: Element | null): void {
  const link = contents?.querySelector<HTMLElement>('[aria-current]') ?? contents?.querySelector('a');
  link?.focus();
}

/** The table of contents; it shows where the reader is. */
export function Contents({ reader, onGo }: Props) {
  const current = reader.current.value;
  return (
    <nav class="contents" aria-label={i18n.t('reader.contents')}>
      <h2>{i18n.t('reader.contents')}</h2>
      <ol lang="en">
        {reader.headings.value.map((heading) => (
          <li key={heading.id} data-level={heading.level}>
            <a
              href={`#${encodeURIComponent(heading.id)}`}
              aria-current={heading === current ? 'location' : undefined}
              onClick={onGo}
            >
              {heading.text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
