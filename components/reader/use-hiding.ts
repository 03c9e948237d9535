import { useEffect, useState } from 'preact/hooks';

/** So far, in CSS pixels, the reader scrolls on purpose. */
const ON_PURPOSE = 24;

/** Whether the reader scrolls down, and needs no controls; they come back on the way up, and for a keyboard. */
export function useHiding(): boolean {
  const [isHidden, setHidden] = useState(false);
  useEffect(() => {
    let last = scrollY;
    const onScroll = () => {
      if (Math.abs(scrollY - last) < ON_PURPOSE) return;
      setHidden(scrollY > last && scrollY > innerHeight / 4);
      last = scrollY;
    };
    addEventListener('scroll', onScroll, { passive: true });
    return () => removeEventListener('scroll', onScroll);
  }, []);
  return isHidden;
}
