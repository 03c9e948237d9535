import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Post } from '../lib/post.ts';

const FOLDER = join(import.meta.dirname, 'fixtures/posts');

/** The page of a post, and what is to be told of it. */
export interface PostFixture {
  readonly name: string;
  readonly address: string;
  readonly page: string;
  /** Undefined if the page is no post's. */
  readonly told:
    | {
        readonly post: Post;
        readonly authors: readonly string[];
        readonly html: string;
        readonly pictures: readonly string[];
      }
    | undefined;
  /** What stands in the page and is not of the post. */
  readonly unwanted: readonly string[];
}

/** All pages of posts in `fixtures/posts/`, each with its expected output beside it. */
export function postFixtures(): PostFixture[] {
  const names = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
  return names.map((file) => fixture(file.replace('.json', '')));
}

function fixture(name: string): PostFixture {
  const { address, post, authors, pictures, unwanted = [] } = JSON.parse(read(`${name}.json`));
  const told = post ? { post, authors, pictures, html: read(`${name}.expected.html`).trimEnd() } : undefined;
  return { name, address, page: read(`${name}.html`), told, unwanted };
}

function read(file: string): string {
  return readFileSync(join(FOLDER, file), 'utf8');
}
