import { PATHS as PAGE_PATHS } from '../page/Icon.tsx';

const PATHS = {
  ...PAGE_PATHS,
  archived: 'M3 4h14v4H3zM4.5 8v8.5h11V8M8 11.5h4',
  tab: 'M8 5H4v11h11v-4M11 3h6v6M17 3l-8 8',
  more: 'M4 9.5h1v1H4zM9.5 9.5h1v1h-1zM15 9.5h1v1h-1z',
  library: 'M4 4v12M8 4v12M11.5 4.5l4 11.5',
  again: 'M16 10a6 6 0 1 1-2-4.5M14.5 2v4h-4',
  panel: 'M3 4h14v12H3zM12 4v12',
  options: 'M3 6h7m4 0h3M3 14h3m4 0h7M12 4v4M8 12v4',
  close: 'M5 5l10 10M15 5 5 15',
  gear: 'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M10 2.5v3m0 9v3M2.5 10h3m9 0h3M4.7 4.7l2.1 2.1m6.4 6.4 2.1 2.1m0-10.6-2.1 2.1m-6.4 6.4-2.1 2.1',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture of what a control does; its name is told otherwise. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="line-icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
