import { useEffect, useState } from 'preact/hooks';

const TICK_MS = 15_000;

/** The time in ms since 1970, kept up to date as far as texts like “5 minutes ago” need it. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
