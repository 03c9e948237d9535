import { i18n } from '#i18n';
import type { LibraryPost } from '../lib/store/database.ts';

interface Props {
  readonly post: LibraryPost;
  /** What the reader has made of it, where that is not the same for the whole list. */
  readonly state?: string;
  readonly onOpen: (inFront: boolean) => Promise<void>;
  readonly onMarkRead?: () => void;
}

const dateFormat = new Intl.DateTimeFormat(i18n.t('locale'), { dateStyle: 'medium', timeZone: 'UTC' });

/** A post of a list: opens in a tab, can be marked read. */
export function PostRow({ post, state, onOpen, onMarkRead }: Props) {
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    const inFront = !(event.ctrlKey || event.metaKey);
    return onOpen(inFront);
  };
  return (
    <li class="post">
      <div class="text">
        <h2>
          <a href={post.url} onClick={onClick}>
            {post.title}
          </a>
        </h2>
        <p class="meta">
          <time dateTime={post.date}>{dateFormat.format(new Date(post.date))}</time>
          {state && <span>{state}</span>}
          {post.categories.map((name) => (
            <span key={name} class="category">
              {name}
            </span>
          ))}
        </p>
        {post.excerpt && <p class="excerpt">{post.excerpt}</p>}
      </div>
      {onMarkRead && (
        <button
          type="button"
          class="mark-read"
          title={i18n.t('mark.read')}
          aria-label={`${i18n.t('mark.read')}: ${post.title}`}
          // The second click of a double click would hit the row that has moved up.
          onClick={({ detail }) => detail < 2 && onMarkRead()}
        >
          <svg viewBox="0 0 20 20" width="1.25em" height="1.25em" aria-hidden="true">
            <circle cx="10" cy="10" r="8.5" />
            <path d="m6 10.5 2.8 2.8L14.2 7.5" />
          </svg>
        </button>
      )}
    </li>
  );
}
