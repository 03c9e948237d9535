// @vitest-environment node
import { once } from 'node:events';
import { get, request } from 'node:http';
import { connect } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Replica, startReplica } from '../replica/replica.ts';

let replica: Replica;

beforeAll(async () => {
  replica = await startReplica();
});

afterAll(() => replica.stop());

/** The raw answer to a GET through the proxy, as far as the connection lasts. */
async function raw(host: string, path: string): Promise<string> {
  const tunnel = request({ port: replica.port, method: 'CONNECT', path: `${host}:443` }).end();
  const [, socket] = await once(tunnel, 'connect');
  const tls = connect({ socket, servername: host, rejectUnauthorized: false });
  tls.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  let text = '';
  for await (const chunk of tls) text += chunk;
  return text;
}

test('the blog is served under its own name', async () => {
  const answer = await raw('engineering.atspotify.com', '/feed');
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer).toContain('<rss version="2.0"');
  expect(replica.requests.at(-1)).toMatchObject({ host: 'engineering.atspotify.com', path: '/feed', status: 200 });
});

test('nothing is passed on to other hosts', async () => {
  expect(await raw('example.org', '/somewhere')).toMatch(/^HTTP\/1\.1 502 /);
  expect(replica.requests.at(-1)).toMatchObject({ host: 'example.org', path: '/somewhere', status: 502 });
});

test('plain http goes to https', async () => {
  const url = 'http://engineering.atspotify.com/feed';
  const [answer] = await once(
    get({ port: replica.port, path: url, headers: { host: 'engineering.atspotify.com' } }),
    'response',
  );
  expect([answer.statusCode, answer.headers.location]).toEqual([308, 'https://engineering.atspotify.com/feed']);
});

test('a truncated body is shorter than announced', async () => {
  replica.setFault('feed', { kind: 'truncated' });
  const [head = '', body = ''] = (await raw('engineering.atspotify.com', '/feed')).split('\r\n\r\n');
  const announced = Number(/content-length: (\d+)/i.exec(head)?.[1]);
  expect(Buffer.byteLength(body)).toBeLessThan(announced);
  replica.setFault('feed', undefined);
});

test('connections are reset while the blog cannot be reached', async () => {
  replica.setReachable(false);
  await expect(raw('engineering.atspotify.com', '/')).rejects.toThrow();
  expect(replica.requests.at(-1)?.status).toBe(0);
  replica.setReachable(true);
  expect(await raw('engineering.atspotify.com', '/')).toContain('sticky-post');
});

test('the era can be switched while running', async () => {
  replica.switchEra('wordpress');
  expect(replica.era).toBe('wordpress');
  expect(replica.posts()[0]?.date).toBe('2024-10-21');
  expect(await raw('engineering.atspotify.com', '/')).toContain('home-post-list');
});
