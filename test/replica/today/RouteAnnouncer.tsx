/** @jsxImportSource react */
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';

/** Tells screen readers of a navigation, as Next.js does: in an element of its own that comes after hydration. */
export function RouteAnnouncer({ title, path }: { title: string; path: string }) {
  const [home, setHome] = useState<HTMLElement>();
  const [announced, setAnnounced] = useState('');
  const firstPath = useRef(path);

  useEffect(() => {
    const element = document.createElement('next-route-announcer');
    document.body.append(element);
    setHome(element);
    return () => element.remove();
  }, []);

  useEffect(() => {
    if (path === firstPath.current) return;
    firstPath.current = '';
    document.title = title;
    setAnnounced(title);
  }, [path, title]);

  return (
    home &&
    createPortal(
      <p aria-live="assertive" id="__next-route-announcer__" role="alert">
        {announced}
      </p>,
      home,
    )
  );
}
