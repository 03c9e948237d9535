/** A server of pictures of the blog's posts. */
export interface ImageHost {
  readonly name: string;
  /** What the paths of the blog's pictures begin with: the rest of the server is other people's. */
  readonly path: string;
  /** Whether it lets everybody read its pictures (CORS), and not only whom the reader has permitted to. */
  readonly isOpen: boolean;
}

/** Where the blog keeps the pictures of its posts: today's CMS (seen 2026-09), and WordPress's bucket (seen until 2024-12). */
export const IMAGE_HOSTS: readonly ImageHost[] = [
  { name: 'images.ctfassets.net', path: '/p762jor363g1/', isOpen: true },
  { name: 'storage.googleapis.com', path: '/production-eng/', isOpen: false },
];
