import { i18n } from '#i18n';
import { openPost } from '../lib/open-post.ts';
import type { LibraryPost } from '../lib/store/database.ts';

interface Props {
  readonly post: LibraryPost;
  readonly onMarkRead: () => void;
}

const dateFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });

/** A post of a list: opens in a tab, can be marked read. */
export function PostRow({ post, onMarkRead }: Props) {
  const onOpen = async (event: MouseEvent) => {
    event.preventDefault();
    const inFront = !(event.ctrlKey || event.metaKey);
    await openPost(post, inFront);
    if (inFront) window.close();
  };
  return (
    <li class="post">
      <div class="text">
        <h2>
          <a href={post.url} onClick={onOpen}>
            {post.title}
          </a>
        </h2>
        <p class="meta">
          <time dateTime={post.date}>{dateFormat.format(new Date(post.date))}</time>
          {post.categories.map((name) => (
            <span key={name} class="category">
              {name}
            </span>
          ))}
        </p>
        {post.excerpt && <p class="excerpt">{post.excerpt}</p>}
      </div>
      <button
        type="button"
        class="mark-read"
        title={i18n.t('mark.read')}
        aria-label={i18n.t('mark.readNamed', [post.title])}
        onClick={onMarkRead}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="m3 8.5 3.5 3.5L13 5" fill="none" stroke="currentColor" stroke-width="2" />
        </svg>
      </button>
    </li>
  );
}
