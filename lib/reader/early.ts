import type { PostId } from '../post.ts';
import type { LibraryPost } from '../store/database.ts';
import type { CopiedArticle, OfflineCopy } from '../store/offline-copy.ts';

/*
 * What the reader needs first, while all of its code is still loaded: the look of the page and the text of the post. It is a
 * script of its own, without any library, that runs before the page is drawn.
 */

/** The look as a page of the reader had it last: attributes and properties of the document, where they can be read at once. */
const LOOK = 'reader-look';

/** What an element wears of a look. */
export interface Dress {
  readonly data: Readonly<Record<string, string>>;
  readonly style: Readonly<Record<string, string>>;
}

/** A post as it is read early, if there is a copy of it. */
export interface EarlyPost {
  readonly copy: OfflineCopy;
  readonly html: string;
  readonly post: LibraryPost | undefined;
}

declare global {
  /** Of the page of the reader. */
  var linerNotesEarly: Promise<EarlyPost | undefined> | undefined;
}

/** Puts a look on an element, and remembers it. */
export function dress({ dataset, style }: HTMLElement, { data, style: properties }: Dress): void {
  Object.assign(dataset, data);
  for (const [name, value] of Object.entries(properties)) style.setProperty(name, value);
  remember(JSON.stringify({ data, style: properties }));
}

/** Puts the look on an element that a page of the reader had last. */
export function dressAsBefore(element: HTMLElement): void {
  const remembered = recall();
  if (remembered) dress(element, JSON.parse(remembered));
}

// The browser may let nobody remember anything.
function remember(text: string): void {
  try {
    localStorage.setItem(LOOK, text);
  } catch {}
}

function recall(): string | null {
  try {
    return localStorage.getItem(LOOK);
  } catch {
    return null;
  }
}

/** Reads a post from the library as it is; undefined whenever that is not as simple as it mostly is. Never rejects. */
export async function readEarly(id: PostId): Promise<EarlyPost | undefined> {
  try {
    const library = await opened();
    return await readFrom(library, id).finally(() => library.close());
  } catch {
    // Whoever reads it after this says what is wrong.
    return undefined;
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('liner-notes');
    // Only Dexie makes a library.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = (event) => {
      event.preventDefault();
      reject(opening.error);
    };
    opening.onsuccess = () => resolve(opening.result);
  });
}

async function readFrom(library: IDBDatabase, id: PostId): Promise<EarlyPost | undefined> {
  library.onversionchange = () => library.close();
  const tables = ['copies', 'articles', 'posts'] as const;
  if (!tables.every((table) => library.objectStoreNames.contains(table))) return undefined;
  const reading = library.transaction(tables);
  const row = <T>(table: (typeof tables)[number]) =>
    new Promise<T | undefined>((resolve) => {
      const asked: IDBRequest<T | undefined> = reading.objectStore(table).get(id);
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => resolve(undefined);
    });
  const [copy, article, post] = await Promise.all([
    row<OfflineCopy>('copies'),
    row<CopiedArticle>('articles'),
    row<LibraryPost>('posts'),
  ]);
  return copy && article && { copy, html: article.html, post };
}
