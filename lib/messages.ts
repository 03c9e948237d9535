import { defineExtensionMessaging } from '@webext-core/messaging';
import type { TextLink } from './blog/text-link.ts';
import type { Failure, Source } from './errors.ts';
import type { Filter } from './filter.ts';
import type { Parsed } from './parse/parsed.ts';
import type { PostPage } from './parse/post-page.ts';
import type { Done, Mark, Post, PostId, PostState } from './post.ts';

/** What came of a check that the reader asked for. */
export type CheckAnswer =
  | { readonly kind: 'checked' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** Not checked: it has just been, or the blog asked to be left alone. Until when, in ms since 1970. */
  | { readonly kind: 'wait'; readonly until: number };

/** Why something asked of the library was not done: messages carry no classes of errors. */
export interface Failed {
  readonly failure?: Failure | undefined;
}

/** What the library knows of posts on a page. */
interface Shown extends Failed, PageSettings {
  /** What the reader has made of those that it has. */
  readonly states: ReadonlyArray<readonly [PostId, PostState]>;
  /** Those of which it wants to be told all that the page shows. */
  readonly wanted: readonly PostId[];
}

/** What came of marking posts, or of undoing that; nothing is done where there was nothing to do. */
export interface Marked extends Failed {
  readonly done?: Done | undefined;
}

/** How many posts of the library there are of a kind. */
interface Counted extends Failed {
  readonly count?: number | undefined;
}

/** A post to go to. */
export type Destination = Pick<Post, 'id' | 'url' | 'title'>;

/** Where to go from a post, and what the reader has made of it. */
export interface Surroundings extends Failed, Pick<PageSettings, 'hasKeyboard'> {
  readonly state?: PostState | undefined;
  /** The parts of its series before and after it. */
  readonly previous?: Destination | undefined;
  readonly next?: Destination | undefined;
  readonly nextUnread?: Destination | undefined;
}

/** What the reader has chosen for the blog's pages. */
export interface PageSettings {
  readonly filter: Filter;
  readonly hasKeyboard: boolean;
}

/** What can be asked of the background, and who may ask it. */
interface ToBackground {
  /**
   * From extension pages: check the blog now, because the reader has asked for it or because nothing is there to be shown;
   * answered when the check is over, or at once if there is none now.
   */
  checkNow(byReader: boolean): CheckAnswer;
  /** From extension pages: give these posts a mark, though the page may be closed before that is done. */
  markListed(request: { readonly ids: readonly PostId[]; readonly mark: Mark }): Done | undefined;
  /** From extension pages: undo this action in the same way. */
  undoListed(step: string): Done | undefined;
  /** From extension pages: the reader has come so far in this post, from 0 to 1; the page may be closed just then. */
  placeLeft(request: { readonly id: PostId; readonly place: number }): void;
  /** From extension pages: make the offline copies of these saved posts, again if there are some; answered once that is noted. */
  saveAgain(ids: readonly PostId[]): void;
  /** From extension pages: do whatever is due, since something waits that could be done now; answered at once. */
  catchUp(): void;
  /** From extension pages: fetch the back catalogue, or go on with it; answered when it has begun. */
  fetchCatalogue(): void;
  /** From extension pages: delete the library, and read the blog as for the first time; answered once it is deleted. */
  startAnew(): void;
}

/** What only pages of the blog ask of the background. */
export interface FromBlogPages {
  /** The reader has chosen this filter: it is remembered. */
  filterChosen(filter: Filter): void;
  /** These posts are shown here. */
  postsShown(ids: readonly PostId[]): Shown;
  /** All that the page shows of posts. */
  postsSeen(posts: readonly Post[]): Failed;
  /** The reader has opened this post. */
  postOpened(post: Post): Failed;
  /** The reader has come so far in this post, from 0 to 1, and has read it, or not yet. */
  postRead(request: { readonly id: PostId; readonly progress: number; readonly isFinished: boolean }): Failed;
  /** Give these posts a mark. */
  markPosts(request: { readonly ids: readonly PostId[]; readonly mark: Mark }): Marked;
  /** Mark all unread posts that are older than this one as read. */
  markOlder(id: PostId): Marked;
  /** Undo this action. Not simply the last: a message can come twice. */
  undo(step: string): Marked;
  /** How many posts of the library match the filter, those on the page left out. */
  countMatches(request: { readonly filter: Filter; readonly ids: readonly PostId[] }): Counted;
  /** Show the posts of the library that match the filter. */
  showLibrary(filter: Filter): void;
  /** Where to go from this post, whose text has these links and so many words. */
  surroundings(request: {
    readonly post: Post;
    readonly links: readonly TextLink[];
    readonly words: number;
  }): Surroundings;
}

/** What the background asks of the page that reads what the blog has answered. */
interface ToParser {
  /** The posts that this source tells. */
  parse(request: { readonly source: Source; readonly text: string }): Parsed;
  /** What the page of a post at this address tells, if it is one. */
  parsePost(request: { readonly address: string; readonly text: string }): PostPage | undefined;
  /** This SVG without anything that could do harm; undefined if nothing is left of it. */
  sanitizeSvg(svg: string): string | undefined;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<ToBackground & FromBlogPages & ToParser>();
