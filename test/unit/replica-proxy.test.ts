// @vitest-environment node
import { once } from 'node:events';
import { get, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { connect, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Replica, startReplica } from '../replica/replica.ts';
import { eventually } from './eventually.ts';

let replica: Replica;

beforeAll(async () => {
  replica = await startReplica();
});

afterAll(() => replica.stop());

const BLOG = 'engineering.atspotify.com';

/** A connection through the proxy on which a GET has been sent. */
async function ask(host: string, path: string): Promise<TLSSocket> {
  const tunnel = request({ port: replica.port, method: 'CONNECT', path: `${host}:443` }).end();
  const [, socket] = await once(tunnel, 'connect');
  const tls = connect({ socket, servername: host, rejectUnauthorized: false });
  tls.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  return tls;
}

/** The raw answer to a GET through the proxy, as far as the connection lasts. */
async function raw(host: string, path: string): Promise<string> {
  const tls = await ask(host, path);
  let text = '';
  for await (const chunk of tls) text += chunk;
  return text;
}

test('the blog is served under its own name', async () => {
  const answer = await raw(BLOG, '/feed');
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer).toContain('<rss version="2.0"');
  expect(replica.requests.at(-1)).toMatchObject({ host: BLOG, path: '/feed', status: 200 });
});

test('nothing is passed on to other hosts', async () => {
  expect(await raw('example.org', '/somewhere')).toMatch(/^HTTP\/1\.1 502 /);
  expect(replica.requests.at(-1)).toMatchObject({ host: 'example.org', path: '/somewhere', status: 502 });
});

test('plain http goes to https', async () => {
  const url = 'http://engineering.atspotify.com/feed';
  const [answer] = await once(get({ port: replica.port, path: url, headers: { host: BLOG } }), 'response');
  expect([answer.statusCode, answer.headers.location]).toEqual([308, 'https://engineering.atspotify.com/feed']);
});

test('a truncated body is shorter than announced', async () => {
  replica.setFault('feed', { kind: 'truncated' });
  const [head = '', body = ''] = (await raw(BLOG, '/feed')).split('\r\n\r\n');
  const announced = Number(/content-length: (\d+)/i.exec(head)?.[1]);
  expect(Buffer.byteLength(body)).toBeLessThan(announced);
  replica.setFault('feed', undefined);
});

test('Retry-After arrives', async () => {
  replica.setFault('feed', { kind: 'status', status: 429, retryAfter: '120' }, 1);
  expect(await raw(BLOG, '/feed')).toMatch(/^HTTP\/1\.1 429 .*\r\nretry-after: 120\r\n/is);
});

test('it is told when a request came in, and how much was sent', async () => {
  const begin = Date.now();
  const body = (await raw(BLOG, '/feed')).split('\r\n\r\n')[1] ?? '';
  const { at = 0, sentBytes } = replica.requests.at(-1) ?? {};
  expect(sentBytes).toBe(Buffer.byteLength(body));
  expect([begin <= at, at <= Date.now()]).toEqual([true, true]);
});

test('a huge body is sent whole, and nobody is told its length', async () => {
  replica.setFault('feed', { kind: 'huge', bytes: 1_000_001 }, 1);
  const [head = '', body = ''] = (await raw(BLOG, '/feed')).split('\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1\.1 200 .*\r\ntransfer-encoding: chunked/is);
  expect(head).not.toMatch(/content-length/i);
  expect(Buffer.byteLength(body)).toBeGreaterThan(1_000_000);
  expect(replica.requests.at(-1)).toMatchObject({ status: 200, sentBytes: 1_000_001 });
});

test('a huge body is sent no further than the client wants it', async () => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
  replica.setFault('feed', { kind: 'huge', bytes: 1e12 }, 1);
  const tls = await ask(BLOG, '/feed');
  await once(tls, 'data');
  tls.destroy();
  // mockttp says so when it has heard of it.
  await eventually(() => expect(complaint).toHaveBeenCalledWith('Failed to handle request:', 'aborted'));
  const sent = replica.requests.at(-1)?.sentBytes ?? 0;
  expect([sent > 0, sent < 1e8]).toEqual([true, true]);
  await setTimeout(50);
  expect(replica.requests.at(-1)?.sentBytes).toBe(sent);
});

test('connections are reset while the blog cannot be reached', async () => {
  replica.setReachable(false);
  await expect(raw(BLOG, '/')).rejects.toThrow();
  expect(replica.requests.at(-1)?.status).toBe(0);
  replica.setReachable(true);
  expect(await raw(BLOG, '/')).toContain('sticky-post');
});

test('what a test asks for beside posts is served too', async () => {
  expect(replica.addMany(30)).toHaveLength(30);
  replica.setPageSize(40);
  replica.prerender('/feed');
  replica.setDark(true);
  const home = await raw(BLOG, '/');
  expect(home.match(/class="post-card"/g)).toHaveLength(40);
  expect(home).toContain('"urls":["/feed"]');
  expect(await raw(BLOG, '/_next/static/css/main.css')).toContain('prefers-color-scheme');
  replica.prerender(undefined);
  expect(await raw(BLOG, '/')).not.toContain('speculationrules');
});

test('the era can be switched while running', async () => {
  replica.switchEra('wordpress');
  expect(replica.era).toBe('wordpress');
  expect(replica.posts()[0]?.date).toBe('2024-10-21');
  expect(await raw(BLOG, '/')).toContain('home-post-list');
});
