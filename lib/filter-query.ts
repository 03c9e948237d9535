import { type Filter, NO_FILTER } from './filter.ts';

/** The filter as the query of an address, empty if it holds nothing back: `?category=Data&not=Web&unread`. */
export function toQuery(filter: Filter): string {
  const query = new URLSearchParams([
    ...filter.included.map((name) => ['category', name]),
    ...filter.excluded.map((name) => ['not', name]),
    ...(filter.match === 'all' ? [['match', 'all']] : []),
    ...(filter.unreadOnly ? [['unread', '']] : []),
    ...(filter.savedOnly ? [['saved', '']] : []),
    ...(filter.words.trim() ? [['words', filter.words]] : []),
    ...(filter.sort === 'oldest' ? [['sort', 'oldest']] : []),
  ]);
  return query.size > 0 ? `?${query}` : '';
}

/** The filter that such a query names; whatever else stands in it counts for nothing. */
export function fromQuery(search: string): Filter {
  const query = new URLSearchParams(search);
  return {
    included: query.getAll('category'),
    excluded: query.getAll('not'),
    match: query.get('match') === 'all' ? 'all' : NO_FILTER.match,
    unreadOnly: query.has('unread'),
    savedOnly: query.has('saved'),
    words: query.get('words') ?? NO_FILTER.words,
    sort: query.get('sort') === 'oldest' ? 'oldest' : NO_FILTER.sort,
  };
}
