/** What is no further from the screen is near. */
const NEAR = '1000px';

/**
 * The browser looks at each observed element in each frame: of so many neighbours only the first and the last are. The others
 * must not fill all that is near.
 */
const GROUP = 4;

/** Tells which elements are near the screen, and their closest neighbours with them. */
export interface NearScreen {
  readonly elements: ReadonlySet<Element>;
  /** From now on these, which have to be in the order of the page; the answer comes with the next frame. */
  watch(elements: readonly Element[]): void;
  stop(): void;
}

/** Calls the listener whenever other elements may be near the screen. */
export function createNearScreen(listener: () => void): NearScreen {
  const groups = new Map<Element, readonly Element[]>();
  const edges = new Set<Element>();
  let near: ReadonlySet<Element> = new Set();

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) edges.add(target);
        else edges.delete(target);
      }
      near = new Set([...edges].flatMap((edge) => groups.get(edge) ?? []));
      listener();
    },
    { rootMargin: `${NEAR} 0px` },
  );

  function forget(): void {
    observer.disconnect();
    groups.clear();
    edges.clear();
  }

  return {
    get elements() {
      return near;
    },
    watch(elements) {
      forget();
      for (let start = 0; start < elements.length; start += GROUP) {
        const group = elements.slice(start, start + GROUP);
        for (const edge of [group[0], group.at(-1)]) {
          if (!edge) continue;
          groups.set(edge, group);
          observer.observe(edge);
        }
      }
    },
    stop: forget,
  };
}
