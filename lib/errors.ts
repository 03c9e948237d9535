/** Where a check reads posts from, the preferred first. */
export type Source = 'feed' | 'home' | 'entries' | 'year';

/** What is read of the blog: a source of posts, or a post's own page. */
export type Resource = Source | 'post';

/** Why the library does not open. */
type LibraryFailureCode = 'libraryRefused' | 'libraryDamaged' | 'libraryNewer' | 'libraryPrivate';

/** A failure that can be expected, as it is stored and shown: each has its sentence in the locales, `failure.<code>`. */
export type Failure =
  | { readonly code: 'offline' | 'unreachable' | 'slow' | 'forbidden' | 'busy' | 'internal' }
  /** Of copies: there is no room for more, or the post's page says less than the copy that there is. */
  | { readonly code: 'full' | 'shorter' }
  | { readonly code: LibraryFailureCode }
  | { readonly code: 'refused'; readonly status: number }
  | { readonly code: 'unreadable' | 'tooLarge'; readonly source: Resource };

/** Whether nobody answered, though there was a network. */
export function isUnanswered(failure: Failure | undefined): boolean {
  return failure?.code === 'unreachable' || failure?.code === 'slow';
}

/** A source that could not be read, in a check that worked by others. */
export interface Trouble {
  readonly source: Source;
  readonly failure: Failure;
}

/** An expected failure, thrown; whatever else is thrown is a bug of ours. */
export abstract class LinerNotesError extends Error {
  abstract readonly failure: Failure;
}

/** The device has no network. */
export class Offline extends LinerNotesError {
  readonly failure = { code: 'offline' } as const;
}

/** No answer came from the blog, though the device has a network. */
export class BlogUnreachable extends LinerNotesError {
  readonly failure = { code: 'unreachable' } as const;
}

/** The blog took too long to answer. */
export class BlogSlow extends LinerNotesError {
  readonly failure = { code: 'slow' } as const;
}

/** The reader took away the permission to read the blog. */
export class BlogForbidden extends LinerNotesError {
  readonly failure = { code: 'forbidden' } as const;
}

/** The blog answered with an HTTP status other than success. */
export class BlogRefused extends LinerNotesError {
  readonly failure;
  /** How long the blog asks to be left alone, in ms (RFC 9110, 10.2.3); 0 if it does not say. */
  readonly retryAfter: number;
  constructor(status: number, retryAfter = 0, options?: ErrorOptions) {
    super(`HTTP ${status}`, options);
    this.failure = { code: 'refused', status } as const;
    this.retryAfter = retryAfter;
  }
}

/** What the blog answered holds no post that we can read. */
export class BlogUnreadable extends LinerNotesError {
  readonly failure;
  constructor(source: Resource, options?: ErrorOptions) {
    super(source, options);
    this.failure = { code: 'unreadable', source } as const;
  }
}

/** The blog's answer was longer than anything that it can have to say. */
export class BlogTooLarge extends LinerNotesError {
  readonly failure;
  constructor(source: Resource, options?: ErrorOptions) {
    super(source, options);
    this.failure = { code: 'tooLarge', source } as const;
  }
}

/** The browser lets us store no more. */
export class StorageFull extends LinerNotesError {
  readonly failure = { code: 'full' } as const;
}

/** The library does not open: no storage is allowed here, the database is damaged or of a newer version, the window private. */
export class LibraryClosed extends LinerNotesError {
  readonly failure;
  constructor(code: LibraryFailureCode, options?: ErrorOptions) {
    super(code, options);
    this.failure = { code } as const;
  }
}
