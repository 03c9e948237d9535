/** Where a poll reads posts from. */
export type Source = 'feed' | 'home';

/** A failure that can be expected, as it is stored and shown: each has its sentence in the locales, `failure.<code>`. */
export type Failure =
  | { readonly code: 'offline' | 'unreachable' | 'slow' | 'forbidden' | 'internal' }
  | { readonly code: 'refused'; readonly status: number }
  | { readonly code: 'unreadable'; readonly source: Source };

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
  constructor(status: number, options?: ErrorOptions) {
    super(`HTTP ${status}`, options);
    this.failure = { code: 'refused', status } as const;
  }
}

/** What the blog answered holds no posts that we can read. */
export class BlogUnreadable extends LinerNotesError {
  readonly failure;
  constructor(source: Source, options?: ErrorOptions) {
    super(source, options);
    this.failure = { code: 'unreadable', source } as const;
  }
}
