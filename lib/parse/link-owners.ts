import type { Outline } from './page-outline.ts';
import type { PostLink } from './post-links.ts';

/** Each element that holds links to posts, with the first of them if all are to one post. */
export type Owners = ReadonlyMap<Element, PostLink | 'several'>;

/** Which elements hold links to which post. Linear: no element changes its owner more than twice. */
export function ownersIn({ links, larger, parentOf }: Outline): Owners {
  const owners = new Map<Element, PostLink | 'several'>();
  for (const link of links) {
    for (let at: Element | undefined = link.element; at && !larger.has(at); at = parentOf(at)) {
      const owner = owners.get(at);
      if (owner === 'several' || owner?.id === link.id) break;
      owners.set(at, owner ? 'several' : link);
    }
  }
  return owners;
}

/** The largest elements that hold links to one post only, in the order of the page. */
export function largestOfOne({ parentOf }: Outline, owners: Owners): Element[] {
  const isOfOne = (element: Element | undefined) => {
    const owner = element && owners.get(element);
    return owner !== undefined && owner !== 'several';
  };
  return [...owners.keys()].filter((element) => isOfOne(element) && !isOfOne(parentOf(element)));
}
