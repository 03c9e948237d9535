import { toSlug, wordpressCategorySlug } from '../addresses.ts';
import { authorOf } from '../authors.ts';
import type { ReplicaPost } from '../types.ts';

/** Something that posts share, under the name that its address has. */
interface Term {
  readonly slug: string;
  readonly name: string;
}

interface Kind {
  /** Of the page's body. */
  readonly classes: string;
  terms(post: ReplicaPost): Term[];
  heading(name: string): string;
}

/** A list of posts with its heading. */
export interface Archive {
  readonly heading: string;
  readonly classes: string;
  readonly posts: readonly ReplicaPost[];
}

const YEARS: Kind = {
  classes: 'archive date',
  terms: ({ date }) => [{ slug: date.slice(0, 4), name: date.slice(0, 4) }],
  heading: (name) => name,
};

const KINDS: Readonly<Record<string, Kind>> = {
  category: {
    classes: 'archive category',
    terms: ({ categories }) => categories.map((name) => ({ slug: wordpressCategorySlug(name), name })),
    heading: (name) => name,
  },
  tag: { classes: 'archive tag', terms: tagsOf, heading: (name) => `Tag Archive: ${name}` },
  author: {
    classes: 'archive author',
    terms: (post) => [authorOf(post)],
    heading: (name) => `Author Archives for ${name}`,
  },
};

/** What a path of the WordPress site lists; undefined if there is nothing. */
export function archiveAt(pathname: string, posts: readonly ReplicaPost[]): Archive | undefined {
  const [, name, slug] = /^\/(?:(category|tag|author)\/)?([^/]+)\/$/.exec(pathname) ?? [];
  const kind = KINDS[name ?? ''] ?? YEARS;
  const termOf = (post: ReplicaPost): Term | undefined => kind.terms(post).find((term) => term.slug === slug);
  const listed = posts.filter(termOf);
  const term = listed[0] && termOf(listed[0]);
  return term && { heading: kind.heading(term.name), classes: kind.classes, posts: listed };
}

/** The tags of a post: its categories once more, all of them spelt right. */
export function tagsOf({ categories }: Pick<ReplicaPost, 'categories'>): Term[] {
  return categories.map((name) => ({ slug: toSlug(name), name }));
}
