/** How long after it was used last it is looked again, in ms. */
const AGAIN_MS = 2000;

/** Does something after a while, but not while something is used. Answers what calls it off. */
export function onceIdle(ms: number, isUsed: () => boolean, act: () => void): () => void {
  const look = () => {
    if (isUsed()) timer = setTimeout(look, AGAIN_MS);
    else act();
  };
  let timer = setTimeout(look, ms);
  return () => clearTimeout(timer);
}
