import type { Failure } from '../errors.ts';
import type { Post, PostId } from '../post.ts';

/** Why a picture is not in a copy. */
export type MissingCode =
  /** Nobody answered, or not in time; it is asked for again. */
  | 'unreachable'
  /** The server has refused it, for instance because it has gone. */
  | 'refused'
  /** What came is no picture that can be shown. */
  | 'unreadable'
  /** It is larger than any picture that is kept. */
  | 'tooLarge'
  /** The pictures before it have taken all the room that a post gets. */
  | 'tooMuch'
  /** Its server lets only those read it whom the reader has permitted to. */
  | 'forbidden'
  /** It is on a server that is none of the blog's. */
  | 'foreign'
  /** The reader has dropped it to make room. */
  | 'dropped';

/** A picture of a post that is not in its copy. */
export interface MissingPicture {
  /** Absolute https address of the original. */
  readonly address: string;
  readonly code: MissingCode;
}

/** In pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** What is known of an offline copy without reading it. */
export interface OfflineCopy extends Pick<Post, 'id' | 'url' | 'title' | 'date' | 'categories'> {
  readonly authors: readonly string[];
  /** Address of the original of the feature picture, empty if there is none. */
  readonly image: string;
  /** Addresses of the originals of the pictures that are kept, each once, the feature picture first. */
  readonly pictures: readonly string[];
  readonly missing: readonly MissingPicture[];
  /** How large the pictures are, by their addresses; an SVG has none, nor have copies made before this was noted. */
  readonly sizes?: Readonly<Record<string, PictureSize>> | undefined;
  readonly words: number;
  /** Of its HTML and its pictures, also of those that other copies share. */
  readonly bytes: number;
  /** In ms since 1970. */
  readonly savedAt: number;
}

/** The text of an offline copy. */
export interface CopiedArticle {
  readonly id: PostId;
  /**
   * The article as the blog had it, without title and feature picture: hostile, to be sanitised wherever it is shown. The `src`
   * of each `img` is the address of the original, under which the picture is kept if it is.
   */
  readonly html: string;
}

/** A picture, kept once however many copies show it; an SVG has no size, its width and height are 0. */
export interface StoredPicture extends PictureSize {
  /** Absolute https address of the original. */
  readonly address: string;
  /** SVG is sanitised. */
  readonly blob: Blob;
  /** Its size: to be known without the blob, which browsers keep from being deleted as long as anybody might read it. */
  readonly bytes: number;
}

/**
 * A copy that is being made, or could not be; there is none of those that only wait for their turn. Of posts that are not saved:
 * how it goes with reading their page.
 */
export interface Saving {
  readonly id: PostId;
  /**
   * `wanted`: the reader wants it made anew. `running`: it is being made, or was when the background was stopped. `waiting`: it
   * could not be made, and is tried again. `failed`: it could not be made, and is tried again once the reader wants that.
   */
  readonly status: 'wanted' | 'running' | 'waiting' | 'failed';
  /** Pictures that are done, and how many there are; none as long as the page is not read. */
  readonly done: number;
  readonly total: number;
  /** Why it could not be made, and how often in a row. */
  readonly failure?: Failure | undefined;
  readonly attempts: number;
  /** Until when it is left alone after a failure of its own, in ms since 1970. */
  readonly restsUntil?: number | undefined;
  /** Whether it is to take the place of an older copy that has more: the reader has seen that, and wants it. */
  readonly takesWorse?: true;
}
