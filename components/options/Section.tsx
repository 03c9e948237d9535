import type { ComponentChildren } from 'preact';

interface Props {
  readonly id: string;
  readonly heading: string;
  readonly children: ComponentChildren;
}

/** A part of the options page. */
export function Section({ id, heading, children }: Props) {
  const headingId = `${id}-heading`;
  return (
    <section id={id} aria-labelledby={headingId}>
      <h2 id={headingId}>{heading}</h2>
      {children}
    </section>
  );
}
