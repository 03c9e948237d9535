import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { BlogRefused } from '../../lib/errors.ts';
import { fetchPicture } from '../../lib/poll/fetch-picture.ts';
import { sanitizeSvgInPage } from '../../lib/poll/parser-page.ts';

vi.mock('../../lib/poll/parser-page.ts', () => ({ sanitizeSvgInPage: vi.fn(async () => '<svg/>') }));

const CMS = 'https://images.ctfassets.net/p762jor363g1/a.png';
const BUCKET = 'https://storage.googleapis.com/production-eng/a.png';
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);

type Reply = () => Response;
const status =
  (code: number, headers: HeadersInit = {}): Reply =>
  () =>
    new Response('', { status: code, headers });
const png: Reply = () => new Response(PNG);
const noNetwork: Reply = () => {
  throw new TypeError('Failed to fetch');
};

let asked: string[];
/** Whether the reader has permitted to read from the blog's bucket. */
let isPermitted: boolean;

beforeEach(() => {
  asked = [];
  isPermitted = false;
  const contains = async ({ origins: [origin = ''] }: { origins: string[] }) =>
    isPermitted || origin.includes('engineering.atspotify.com');
  Object.assign(fakeBrowser, { permissions: { contains } });
});
afterEach(() => vi.unstubAllGlobals());

/** What is had of a picture where the blog's scaling and the host of the original answer so. */
function had(address: string, scaler: Reply, host: Reply = png) {
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(new URL(url).hostname);
    return url.includes('/_next/image') ? scaler() : host();
  });
  return fetchPicture(address, { requests: 0, bytes: 0 });
}

const svg =
  (text: string): Reply =>
  () =>
    new Response(text);

describe('a picture', () => {
  it('comes through the scaling of the blog, and from its host where there is no such', async () => {
    expect(await had(CMS, png)).toMatchObject({ address: CMS, width: 1, height: 1 });
    expect(asked).toHaveLength(1);
    expect(await had(CMS, status(404))).toMatchObject({ address: CMS });
    isPermitted = true;
    expect(await had(BUCKET, status(400))).toMatchObject({ address: BUCKET });
  });

  it('comes from its host where the scaling has trouble with it', async () => {
    for (const code of [429, 500, 503]) expect(await had(CMS, status(code))).toMatchObject({ address: CMS });
  });

  it.each([429, 503])('that is refused with %d and a time is not asked for elsewhere', async (code) => {
    await expect(had(CMS, status(code, { 'retry-after': '60' }))).rejects.toThrow(BlogRefused);
    expect(asked).toHaveLength(1);
  });

  it('is missing for good only where the blog itself does not serve it', async () => {
    expect(await had(CMS, status(404), status(404))).toBe('refused');
    expect(await had(BUCKET, status(400))).toBe('forbidden');
    expect(await had('https://elsewhere.example/a.png', status(400))).toBe('foreign');
  });

  it.each([
    ['the scaling', BUCKET, status(500), png],
    ['the scaling, busy', BUCKET, status(503), png],
    ['the scaling of what is nowhere else', 'https://elsewhere.example/a.png', status(502), png],
    ['the way to the open host', CMS, status(404), noNetwork],
    ['both', CMS, noNetwork, noNetwork],
    ['the host, which is busy', CMS, status(404), status(429)],
    ['the scaling, of what the host does not have any more', CMS, status(500), status(404)],
  ])('is asked for again where there was trouble with %s', async (_, address, scaler, host) => {
    expect(await had(address, scaler, host)).toBe('unreachable');
  });

  it.each([
    'https://storage.googleapis.com/somebody-elses/a.png',
    'https://storage.googleapis.com/production-eng/../somebody-elses/a.png',
    'https://storage.googleapis.com/production-eng-of-another/a.png',
    'https://storage.googleapis.com:8443/production-eng/a.png',
    'https://images.ctfassets.net/another/a.png',
  ])('%s is not asked for, since the blog has none there', async (address) => {
    isPermitted = true;
    expect(await had(address, status(400))).toBe('foreign');
    expect(asked).toEqual(['engineering.atspotify.com']);
  });
});

describe('a drawing', () => {
  it.each([
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '\uFEFF<?xml version="1.0"?>\n<!-- one --><!DOCTYPE svg [<!ENTITY x "y">]><!-- two\n --><svg\n/>',
  ])('is sanitised: %j', async (text) => {
    expect(await had(CMS, svg(text))).toMatchObject({ width: 0, bytes: 6 });
    expect(sanitizeSvgInPage).toHaveBeenLastCalledWith(text.replace('\uFEFF', ''));
  });

  it('takes no time to be told from what is none', async () => {
    expect(await had(CMS, svg(`${'<!---->'.repeat(32)}x`), status(404))).toBe('refused');
    expect(await had(CMS, svg('<!doctype html><p>Not found'), status(404))).toBe('refused');
  });
});
