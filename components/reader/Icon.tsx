import { PATHS as PAGE_PATHS } from '../page/Icon.tsx';

const PATHS = {
  ...PAGE_PATHS,
  archived: 'M3 4h14v4H3zM4.5 8v8.5h11V8M8 11.5h4',
  contents: 'M3 5h1m3 0h10M3 10h1m3 0h10M3 15h1m3 0h10',
  look: 'M2.5 15 6.5 5h.5l4 10M4 11.5h5.5M13.5 15a2.2 2.2 0 1 1 0-4.4c1.5 0 2.7 0 3.5.4M17 15v-5c0-2-3.5-2.6-4.7-.9',
  tab: 'M8 5H4v11h11v-4M11 3h6v6M17 3l-8 8',
  library: 'M4 4v12M8 4v12M11.5 4.5l4 11.5',
  help: 'M7 7.5a3 3 0 1 1 4.2 2.7c-.8.4-1.2.9-1.2 1.8m0 3v.1',
  earlier: 'M8 4l6 6-6 6',
  later: 'M12 4l-6 6 6 6',
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
