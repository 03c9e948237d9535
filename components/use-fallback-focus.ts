import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Makes an element take the focus when what had it is gone: else a keyboard would be back at the top of the page. With a scope,
 * only if that was in there. Whoever has pressed something else since has no focus to lose.
 */
export function useFallbackFocus<Target extends HTMLElement>(
  scope?: RefObject<HTMLElement | null>,
): RefObject<Target | null> {
  const target = useRef<Target>(null);
  const focused = useRef<Element | undefined>(undefined);
  useEffect(() => {
    const end = new AbortController();
    const onFocus = ({ target: now }: FocusEvent) => {
      const isOurs = now instanceof Element && (!scope || scope.current?.contains(now));
      focused.current = isOurs ? now : undefined;
    };
    const onPress = ({ target: now }: PointerEvent) => {
      if (!(now instanceof Node) || !focused.current?.contains(now)) focused.current = undefined;
    };
    document.addEventListener('focusin', onFocus, { signal: end.signal });
    document.addEventListener('pointerdown', onPress, { signal: end.signal });
    return () => end.abort();
  }, [scope]);
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    if (!focused.current || (activeElement !== body && activeElement !== focused.current)) return;
    if (isGone(focused.current)) target.current?.focus({ preventScroll: true });
  });
  return target;
}

/** Whether an element that had the focus cannot have it any more. */
function isGone(element: Element): boolean {
  return !element.isConnected || element.matches(':disabled') || element.closest('[hidden]') !== null;
}
