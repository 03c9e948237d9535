// @vitest-environment node
import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../lib/parse/decode.ts';
import { leastCpuTime } from './cpu-time.ts';

const xml = (encoding: string, text: string) => `<?xml version="1.0" encoding="${encoding}"?><a>${text}</a>`;
const utf8 = (text: string) => Buffer.from(text, 'utf8');
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => utf16le(text).swap16();

const CASES: ReadonlyArray<readonly [what: string, bytes: Uint8Array, contentType: string | null, text: string]> = [
  ['nothing', utf8(''), null, ''],
  ['UTF-8 without a word', utf8('é 日本 🚀'), null, 'é 日本 🚀'],
  ['UTF-8 with a mark', utf8('\uFEFFé'), null, 'é'],
  ['a mark against the header', utf8('\uFEFFé'), 'text/xml; charset=iso-8859-1', 'é'],
  ['UTF-16 LE with a mark', utf16le('\uFEFF<é 日本 🚀'), null, '<é 日本 🚀'],
  ['UTF-16 BE with a mark', utf16be('\uFEFF<é 日本 🚀'), 'text/xml; charset=utf-8', '<é 日本 🚀'],
  ['UTF-16 LE without a mark', utf16le('<é'), null, '<é'],
  ['UTF-16 BE without a mark', utf16be('<é'), 'text/xml; charset=utf-16be', '<é'],
  ['Latin 1 in the header', latin1('é'), 'text/xml; charset=ISO-8859-1', 'é'],
  ['quotes and more in the header', latin1('é'), `text/xml;a=b ; Charset = "latin1"; c=d`, 'é'],
  ['Windows-1252 in the header', Uint8Array.of(0x93, 0x80, 0x94), 'text/xml; charset=windows-1252', '“€”'],
  ['Latin 1 in the declaration', latin1(xml('ISO-8859-1', 'é')), null, xml('ISO-8859-1', 'é')],
  ['the header against the declaration', utf8(xml('koi8-r', 'é')), 'text/xml; charset=utf-8', xml('koi8-r', 'é')],
  [
    'single quotes',
    latin1(`<?xml version='1.0' encoding='latin1'?>é`),
    'text/xml',
    `<?xml version='1.0' encoding='latin1'?>é`,
  ],
  ['another attribute', utf8('<?xml my-encoding="koi8-r"?>é'), null, '<?xml my-encoding="koi8-r"?>é'],
  ['a declaration in the text', utf8(`<a>${xml('koi8-r', 'é')}`), null, `<a>${xml('koi8-r', 'é')}`],
  ['Shift JIS', Uint8Array.of(0x93, 0xfa, 0x96, 0x7b), 'text/xml; charset=Shift_JIS', '日本'],
  ['an unknown header', latin1(xml('latin1', 'é')), 'text/xml; charset=latin-one', xml('latin1', 'é')],
  ['an unknown declaration', utf8(xml('utf8mb4', 'é')), null, xml('utf8mb4', 'é')],
  ['both unknown, not UTF-8', latin1(xml('x', 'é')), 'text/xml; charset=y', xml('x', 'é')],
  ['an encoding that is refused', utf8('é'), 'text/xml; charset=iso-2022-kr', 'é'],
  ['UTF-8 that is none', Uint8Array.of(0x93, 0xe9, 0x94), 'text/xml; charset=utf-8', '“é”'],
  ['UTF-8 cut in a character', utf8('é').subarray(0, 1), null, 'Ã'],
  ['UTF-16 that is none', utf8('<aé'), 'text/xml; charset=utf-16', '<aé'],
  ['UTF-16 that is declared and none', utf8(xml('UTF-16', 'é')), null, xml('UTF-16', 'é')],
  ['UTF-16 of odd length', utf16le('\uFEFF<é').subarray(0, -1), null, 'ÿþ<\0é'],
  ['a header without charset', utf8('é'), 'text/xml', 'é'],
  ['an empty charset', utf8('é'), 'text/xml; charset=', 'é'],
];

describe('the text of a document', () => {
  it.each(CASES)('%s', (_, bytes, contentType, text) => expect(decodeText(bytes, contentType)).toBe(text));

  it('is there for whatever bytes', () => {
    const pairs = Array.from({ length: 0x10000 }, (_, n) => Uint8Array.of(n >> 8, n & 0xff, 0x41, 0x42));
    expect(pairs.filter((bytes) => decodeText(bytes, 'text/xml; charset=utf-8') === '')).toEqual([]);
  });

  it('takes no long time', () => {
    const bytes = utf8(`<?xml ${' encoding='.repeat(500_000)}`);
    const decode = () => void decodeText(bytes, `a; ${'charset '.repeat(2_000)}`);
    expect(leastCpuTime(decode, 100)).toBeLessThan(100);
  });
});
