const RIBBON = 'M5.5 3h9v14L10 13.5 5.5 17z';
export const PATHS = {
  read: 'M3.5 10.5 8 15l8.5-10',
  unread: 'M10 5.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 1 0 0-9',
  saved: RIBBON,
  unsaved: `${RIBBON}M3 3l14 14`,
  link: 'm8.5 11.5 3-3M9 6l1.5-1.5a3.5 3.5 0 0 1 5 5L14 11M11 14l-1.5 1.5a3.5 3.5 0 0 1-5-5L6 9',
  older: 'M3.5 6 6 8.5 10.5 3M10 9v7m-3-3 3 3 3-3M14 6h3',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture of what a control does; its name is told otherwise. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
