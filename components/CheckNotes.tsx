import type { Checking } from '../lib/checking.ts';
import { FailureNote } from './FailureNote.tsx';
import { LostNote } from './LostNote.tsx';
import { TroubleNote } from './TroubleNote.tsx';

interface Props {
  readonly checking: Checking;
  /** Whether posts are shown, which could have been lost. */
  readonly hasPosts: boolean;
}

/** What the reader should know of the checks, if anything. */
export function CheckNotes({ checking, hasPosts }: Props) {
  const health = checking.health.value;
  if (!health) return null;
  const isListKept = hasPosts || health.succeededAt !== undefined;
  return (
    <>
      <FailureNote health={health} online={checking.online.value} isListKept={isListKept} />
      <TroubleNote health={health} />
      <LostNote health={health} />
    </>
  );
}
