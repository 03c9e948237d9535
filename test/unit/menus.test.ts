import { beforeAll, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { MatchPattern } from 'wxt/utils/match-patterns';
import { followMenus } from '../../lib/menus.ts';
import { speakEnglish } from './english.ts';

beforeAll(speakEnglish);

it('the menu is for links to posts, in every form that their addresses have had', () => {
  vi.spyOn(fakeBrowser.contextMenus.onClicked, 'addListener').mockReturnValue();
  const create = vi.spyOn(fakeBrowser.contextMenus, 'create').mockReturnValue('');
  followMenus();
  const items = create.mock.calls.map(([item]) => item);
  expect(items.map(({ id }) => id)).toEqual(['save', 'read']);
  for (const { contexts, targetUrlPatterns = [] } of items) {
    expect(contexts).toEqual(['link']);
    const isMeant = (address: string) => targetUrlPatterns.some((it) => new MatchPattern(it).includes(address));
    expect(POSTS.filter((address) => !isMeant(address))).toEqual([]);
    expect(OTHERS.filter(isMeant)).toEqual([]);
  }
});

const POSTS = [
  'https://engineering.atspotify.com/2025/9/a-post',
  'https://engineering.atspotify.com/2019/06/a-post/?utm_source=x#end',
  'http://engineering.atspotify.com/2019/06/a-post/',
  'https://labs.spotify.com/2014/03/27/a-post/',
];
const OTHERS = [
  'https://engineering.atspotify.com/',
  'https://engineering.atspotify.com/category/data',
  'https://engineering.atspotify.com/jobs',
  'https://example.com/2025/9/a-post',
  'https://engineering.atspotify.com.example.com/2025/9/a-post',
];
