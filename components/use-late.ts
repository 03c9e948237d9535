import { useEffect, useState } from 'preact/hooks';

/** Most waits are over before they can be read. */
const LATE_MS = 300;

/** Whether it takes so long that something should be said. */
export function useLate(): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLate;
}
