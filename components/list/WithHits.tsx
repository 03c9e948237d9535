import type { Part } from '../../lib/search/highlight.ts';

/** A text in which what was searched for is marked. */
export function WithHits({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <>
      {parts.map(({ text, isHit }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name
        isHit ? <mark key={index}>{text}</mark> : text,
      )}
    </>
  );
}
