export type Era = 'today' | 'wordpress';

/** What a fault can be set on. A page and its `/_next/data` JSON are the same part. */
export type Part = 'feed' | 'home' | 'article' | 'listing' | 'entries' | 'image' | 'script';

export type Fault =
  | { kind: 'status'; status: number; retryAfter?: string }
  | { kind: 'slow'; ms: number }
  | { kind: 'broken' }
  | { kind: 'truncated' }
  | { kind: 'html' }
  | { kind: 'unreachable' };

export interface ReplicaPost {
  /** `YYYY/M/slug` */
  readonly id: string;
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly publishedAt: Date;
  readonly categories: readonly string[];
  readonly excerpt: string;
  /** File name of the feature image. */
  readonly image: string;
  readonly wordpressId: number;
}

export interface NewPost {
  title: string;
  /** `YYYY-MM-DD`, today unless given; never before the newest post. */
  date?: string;
  slug?: string;
  categories?: readonly string[];
  excerpt?: string;
  image?: string;
}

export type PostChanges = Partial<Pick<ReplicaPost, 'title' | 'categories' | 'excerpt' | 'image'>>;

export interface SiteRequest {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface SeenRequest extends SiteRequest {
  readonly host: string;
  readonly path: string;
  /** What was answered; 0 for a connection that was reset. */
  status: number;
  /** When it came in, as `Date.now()`. */
  readonly at: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** What to send back, or 'reset' to break the connection. */
export type Reply = Answer | 'reset';
