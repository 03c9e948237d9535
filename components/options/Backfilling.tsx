import type { LibraryView, Options } from '../../lib/options.ts';
import { BackfillProgress } from '../BackfillProgress.tsx';
import { BackfillResult } from './BackfillResult.tsx';

interface Props {
  readonly options: Options;
  readonly view: LibraryView;
}

/** How the fetching of the older posts goes, or went. */
export function Backfilling({ options, view: { backfill, count } }: Props) {
  if (backfill?.status === 'running') {
    const online = options.checking.online.value;
    return <BackfillProgress backfill={backfill} online={online} onCancel={options.cancelOlder} />;
  }
  return (
    <BackfillResult backfill={backfill} count={count} onFetch={options.fetchOlder} onLeave={options.cancelOlder} />
  );
}
