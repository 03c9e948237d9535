/** @jsxImportSource react */
import { createContext, type MouseEvent, type ReactNode, useContext } from 'react';

/** Goes to an address of the blog without a page load. */
export type Navigate = (href: string) => void;

export const NavigationContext = createContext<Navigate>(() => {});

interface LinkProps {
  href: string;
  className?: string;
  children: ReactNode;
}

/** A link within the blog. Clicks that ask for a new tab or window are left to the browser. */
export function Link({ href, className, children }: LinkProps) {
  const navigate = useContext(NavigationContext);
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (modified || event.button !== 0 || event.defaultPrevented) return;
    event.preventDefault();
    navigate(href);
  };
  return (
    <a href={href} className={className} onClick={follow}>
      {children}
    </a>
  );
}
