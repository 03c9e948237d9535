export type Era = 'today' | 'wordpress';

/** What a fault can be set on. A page and its `/_next/data` JSON are the same part; `listing` is every list but home and years. */
export type Part = 'feed' | 'home' | 'article' | 'listing' | 'year' | 'entries' | 'image' | 'script';

export type Fault =
  | { kind: 'status'; status: number; retryAfter?: string }
  | { kind: 'slow'; ms: number }
  | { kind: 'broken' }
  | { kind: 'truncated' }
  | { kind: 'html' }
  /** Anything in place of the good answer; type and status are the good one's unless given. */
  | { kind: 'replace'; body: string | Buffer; contentType?: string; status?: number }
  /** A body of so many bytes whose length nobody announces, sent until the client goes away. */
  | { kind: 'huge'; bytes: number }
  /** A permanent redirect (308) to anywhere. */
  | { kind: 'redirect'; location: string }
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
  /** Where the post stood first. It stays when the post moves, and with it the text and the pictures. */
  readonly entryId: string;
  /** So many sections of about 400 words and a picture follow on the usual text; none unless given. */
  readonly moreSections?: number;
}

export interface NewPost {
  title: string;
  /** `YYYY-MM-DD`, today unless given; never before the newest post. */
  date?: string;
  slug?: string;
  categories?: readonly string[];
  excerpt?: string;
  image?: string;
  moreSections?: number;
}

/** A post that goes to its place by date, however far back. */
export type OldPost = NewPost & { date: string };

export type PostChanges = Partial<Pick<ReplicaPost, 'title' | 'date' | 'categories' | 'excerpt' | 'image'>>;

/** A post's new address: what is absent stays. */
export interface PostMove {
  slug?: string;
  /** `YYYY-MM-DD` */
  date?: string;
}

/** How the site of today is to be. */
export interface Settings {
  /** Cards that a listing shows before Load More, the featured post aside. */
  pageSize: number;
  /** The path that every other page asks the browser to prerender. */
  prerender: string | undefined;
  /** Whether there is a dark look for readers who prefer one. */
  dark: boolean;
}

/** What tests can do to a page of today's site, on `window.replica` once React has taken it over. */
export interface PageControls {
  /** Renders everything again; nothing changes. */
  rerender(): void;
  /** Puts new elements in place of all of the page's, as it was at first. */
  replaceAll(): void;
  /** Moves the cards of the grid. */
  sort(order: Order): void;
  /** Puts a new element in place of the card that is at this place of the grid. */
  replaceOne(index: number): void;
  /** Draws the grid differently in every animation frame for so long; resolves to how many there were. */
  churn(ms: number): Promise<number>;
  /** Goes to an address of the blog without a page load. */
  navigate(href: string): void;
}

export type Order = 'newest' | 'oldest';

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
  /** Bytes of the body that were sent; it grows while a huge one is on its way. */
  sentBytes: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** An answer with a body of so many bytes that have no meaning. */
export interface HugeAnswer {
  readonly contentType: string;
  readonly bytes: number;
}

/** What to send back, or 'reset' to break the connection. */
export type Reply = Answer | HugeAnswer | 'reset';
