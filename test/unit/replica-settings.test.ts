// @vitest-environment node
import { expect, test } from 'vitest';
import { createSite } from '../replica/site.ts';
import { get, matches } from './replica-helpers.ts';

const RULES = /<script type="speculationrules">(.*?)<\/script>/g;

test('pages ask the browser to prerender another one only once they are told to', async () => {
  const site = createSite();
  const rules = async (path: string) => matches((await get(site, path)).body, RULES).map((json) => JSON.parse(json));
  expect(await rules('/')).toEqual([]);
  site.settings.prerender = '/tag/data';
  const wanted = [{ prerender: [{ source: 'list', urls: ['/tag/data'], eagerness: 'immediate' }] }];
  expect(await rules('/')).toEqual(wanted);
  expect(await rules('/search?q=data')).toEqual(wanted);
  expect(await rules('/tag/data')).toEqual([]);
  site.settings.prerender = '/search?q=</script>';
  expect(await rules('/')).toMatchObject([{ prerender: [{ urls: ['/search?q=</script>'] }] }]);
  site.era = 'wordpress';
  expect(await rules('/')).toEqual([]);
});

test('today’s site has a dark look only once it is told to', async () => {
  const site = createSite();
  const styles = async () => (await get(site, '/_next/static/css/main.css')).body;
  const light = await styles();
  expect(light).not.toContain('color-scheme');
  site.settings.dark = true;
  expect((await styles()).startsWith(light)).toBe(true);
  expect(await styles()).toMatch(/:root \{\s*color-scheme: light dark;.*@media \(prefers-color-scheme: dark\)/s);
});
