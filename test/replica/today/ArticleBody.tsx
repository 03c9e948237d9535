/** @jsxImportSource react */
import { Fragment } from 'react';
import type { Inline } from '../article.ts';
import { Link } from './Navigation.tsx';
import type { PageBlock } from './page.ts';

/** The text of a post, in the elements that the CMS's rich text gives. */
export function ArticleBody({ blocks }: { blocks: readonly PageBlock[] }) {
  // The blocks of an article never change their order.
  return blocks.map((block, index) => <Fragment key={String(index)}>{element(block)}</Fragment>);
}

function element(block: PageBlock) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
    case 'paragraph':
      return <p>{block.parts.map(inline)}</p>;
    case 'list':
      return block.ordered ? <ol>{block.items.map(item)}</ol> : <ul>{block.items.map(item)}</ul>;
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      );
    case 'table':
      return <Table head={block.head} rows={block.rows} />;
    case 'figure':
      return <Figure src={block.src} caption={block.caption} />;
  }
}

function inline(part: Inline) {
  if (typeof part === 'string') return part;
  if ('code' in part) return <code key={part.code}>{part.code}</code>;
  if (!part.href.startsWith('/')) return <Outward key={part.href} href={part.href} text={part.text} />;
  return (
    <Link key={part.href} href={part.href}>
      {part.text}
    </Link>
  );
}

/** A link as the authors pasted it, whole address and all: a page load. */
function Outward({ href, text }: { href: string; text: string }) {
  return <a href={href}>{text}</a>;
}

function item(text: string) {
  return (
    <li key={text}>
      <p>{text}</p>
    </li>
  );
}

function Table({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell}>{cell}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]}>
            {row.map((cell, column) => (
              <td key={head[column]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figure({ src, caption }: { src: string; caption: string }) {
  return (
    <figure>
      <img src={src} alt={caption} width="960" height="480" loading="lazy" />
      <figcaption>
        <i>{caption}</i>
      </figcaption>
    </figure>
  );
}
