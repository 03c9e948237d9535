import type { Ref } from 'preact';
import { i18n } from '#i18n';
import type { ReadingList } from '../../lib/list/reading-list.ts';
import { numberText } from '../../lib/number-text.ts';
import type { PostId } from '../../lib/post.ts';
import { monthText } from '../../lib/time-text.ts';
import './GroupHeading.css';

interface Props {
  readonly list: ReadingList;
  readonly kind: 'month' | 'category';
  /** Of a month its first day, `YYYY-MM-DD`; empty for posts without a category. */
  readonly name: string;
  readonly ids: readonly PostId[];
  readonly index: number;
  readonly gap: number;
  readonly measure: Ref<HTMLLIElement>;
}

/** The heading of a group of posts, which stays in sight as long as they do. */
export function GroupHeading({ list, kind, name, ids, index, gap, measure }: Props) {
  const text = headingText(kind, name);
  return (
    <li ref={measure} class="group" data-index={index} style={{ marginBlockStart: `${gap}px` }}>
      <h3>
        {text} <span class="number">{numberText(ids.length)}</span>
      </h3>
      <button
        type="button"
        class="link"
        aria-label={i18n.t('list.allReadIn', [text])}
        onClick={() => list.mark(ids, 'read')}
      >
        {i18n.t('mark.allRead')}
      </button>
    </li>
  );
}

function headingText(kind: Props['kind'], name: string): string {
  if (kind === 'month') return monthText(name);
  return name || i18n.t('list.noCategory');
}
