import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type { HugeAnswer } from './types.ts';

const CHUNK = Buffer.alloc(64 * 1024, 'huge ');

/** Hears how many more bytes were sent. */
type Sent = (bytes: number) => void;

/** A server for bodies that are too large to be kept whole, on a port of this machine. */
export interface HugeServer {
  /** The address that gives this answer, once. */
  addressOf(answer: HugeAnswer, sent: Sent): string;
  stop(): Promise<void>;
}

export async function startHugeServer(): Promise<HugeServer> {
  const answers = new Map<string, (response: ServerResponse) => Promise<void>>();
  const server = createServer((request, response) => {
    const send = answers.get(request.url ?? '');
    answers.delete(request.url ?? '');
    if (send) void send(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    addressOf(answer, sent) {
      const path = `/${crypto.randomUUID()}`;
      answers.set(path, (response) => send(response, answer, sent));
      return `http://127.0.0.1:${port}${path}`;
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

async function send(response: ServerResponse, { contentType, bytes }: HugeAnswer, sent: Sent): Promise<void> {
  response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' });
  // The client may go away at any time.
  await pipeline(pieces(bytes, sent), response).catch(() => {});
}

function* pieces(bytes: number, sent: Sent): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= CHUNK.length) {
    const piece = CHUNK.subarray(0, left);
    yield piece;
    sent(piece.length);
  }
}
