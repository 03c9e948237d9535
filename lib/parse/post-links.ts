import { type PostId, postIdOf } from '../post.ts';

/** A link to a post. */
export interface PostLink {
  readonly element: Element;
  readonly href: string;
  readonly id: PostId;
}

/** What may stand in a sentence. */
export const INLINE = /^(?:a|abbr|b|code|em|i|mark|q|small|span|strong|su[bp]|time|u)$/;

const GENERIC =
  /^\W*(?:(?:continue|keep|learn|read|see|show|view) )?(?:more|on|now|reading|(?:(?:the|this) )?(?:full )?(?:article|post|story))\W*$/i;

/** Tells what post an element links to. */
export type ReadLink = (element: Element) => PostLink | undefined;

/** Takes each address apart once: most stand on a page several times, and a page is looked at often. */
export function createReadLink(): ReadLink {
  const ids = new Map<string, PostId | undefined>();
  return (element) => {
    const href = element.getAttribute('href');
    if (!href) return undefined;
    if (!ids.has(href)) ids.set(href, postIdOf(href));
    const id = ids.get(href);
    return id && { element, href, id };
  };
}

/** Whether the words of a link, or of a label, tell only what it does. */
export function isGeneric(words: string): boolean {
  return GENERIC.test(words);
}
