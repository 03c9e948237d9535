import { beforeAll, describe, expect, it } from 'vitest';
import { copyText, missingText } from '../../lib/copies/copy-text.ts';
import type { OfflineCopy, Saving } from '../../lib/store/offline-copy.ts';
import { speakEnglish } from './english.ts';

beforeAll(speakEnglish);

const LACKING = copyWithout('a.png');
const WHOLE = copyWithout();

describe('what is said of a copy', () => {
  it.each([
    ['nothing of one that is whole', { copy: WHOLE }, undefined],
    ['what it lacks', { copy: LACKING }, 'Copied without 1 picture'],
    ['that it is waited for', {}, 'Waiting to be copied'],
    ['how far it has come', { saving: saving('running') }, 'Copying: 3 of 10 pictures'],
    ['how far one has come that has one picture', { saving: saving('running', 1) }, 'Copying: 1 of 1 picture'],
    ['how far the next has come', { copy: WHOLE, saving: saving('running') }, 'Copying: 3 of 10 pictures'],
    ['that there is none', { saving: saving('failed') }, 'Not copied'],
    ['that there is none newer', { copy: WHOLE, saving: saving('failed') }, 'Copy not renewed'],
    ['nothing of one that is whole and to be renewed', { copy: WHOLE, saving: saving('waiting') }, undefined],
    ['what one lacks that is to be renewed', { copy: LACKING, saving: saving('wanted') }, 'Copied without 1 picture'],
  ])('is %s', (_, state, text) => expect(copyText(state, true)).toBe(text));

  it.each([
    ['that it waits for a network', {}, 'Copied once you are online'],
    ['the same of one that was stopped on the way', { saving: saving('running') }, 'Copied once you are online'],
    ['nothing of one that can be read', { copy: WHOLE, saving: saving('running') }, undefined],
    ['what one lacks that can be read', { copy: LACKING, saving: saving('wanted') }, 'Copied without 1 picture'],
  ])('is %s, offline', (_, state, text) => expect(copyText(state, false)).toBe(text));
});

describe('a missing picture', () => {
  it.each([
    ['100%25.png', '100%.png'],
    ['100%.png', '100%.png'],
    ['a%FF.png', 'a%FF.png'],
    ['', 'images.ctfassets.net'],
  ])('at /%s is called %s', (path, name) => {
    const address = `https://images.ctfassets.net/${path}`;
    expect(missingText({ address, code: 'refused' })).toBe(`${name}: the server did not give it out.`);
  });
});

function saving(status: Saving['status'], total = 10): Saving {
  return { id: '2025/9/a', status, done: Math.min(3, total), total, attempts: 0 };
}

function copyWithout(...names: string[]): OfflineCopy {
  const missing = names.map((name) => ({ address: `https://images.ctfassets.net/${name}`, code: 'refused' }) as const);
  const facts = { id: '2025/9/a', url: '', title: '', date: '', categories: [], image: '' } as const;
  return { ...facts, authors: [], pictures: [], missing, words: 1, bytes: 1, savedAt: 1 };
}
