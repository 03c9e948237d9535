// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { neighbours, numberOf, seriesOf } from '../../lib/blog/series.ts';
import type { Post } from '../../lib/post.ts';
import posts from '../replica/posts.json' with { type: 'json' };
import { leastCpuTime } from './cpu-time.ts';

/** Titles as the blog has had them, and where their posts stand. */
const REAL: ReadonlyArray<readonly [title: string, name: string, part: number]> = [
  ['Data Platform Explained Part I', 'data platform explained', 1],
  ['Data Platform Explained Part II ', 'data platform explained', 2],
  [
    'Bringing Sequential Testing to Experiments with Longitudinal Data (Part 1): The Peeking Problem 2.0',
    'bringing sequential testing to experiments with longitudinal data',
    1,
  ],
  [
    'Bringing Sequential Testing to Experiments with Longitudinal Data (Part 2): Sequential Testing',
    'bringing sequential testing to experiments with longitudinal data',
    2,
  ],
  ['A Behind-the-Scenes Look at How We Release the Spotify App (Part 1)', 'how we release the spotify app', 1],
  ['How We Release the Spotify App: A Look Under the Hood (Part 2)', 'how we release the spotify app', 2],
  ['1,500+ PRs Later: Spotify’s Journey with Our Background Coding Agent (Honk, Part 1)', 'honk', 1],
  ['Background Coding Agents: Context Engineering (Honk, Part 2)', 'honk', 2],
  ['Background Coding Agents: Predictable Results Through Strong Feedback Loops (Honk, Part 3)', 'honk', 3],
  ['Background Coding Agents: Supercharging Downstream Consumer Dataset Migrations (Honk, Part 4)', 'honk', 4],
  ['Fleet Management at Spotify (Part 1): Spotify’s Shift to a Fleet-First Mindset', 'fleet management at spotify', 1],
  ['Fleet Management at Spotify (Part 2): The Path to Declarative Infrastructure', 'fleet management at spotify', 2],
  ['Fleet Management at Spotify (Part 3): Fleet-wide Refactoring', 'fleet management at spotify', 3],
  ['Spotify’s New Experimentation Platform (Part 1)', 'spotifys new experimentation platform', 1],
  ['Spotify’s New Experimentation Platform (Part 2)', 'spotifys new experimentation platform', 2],
  ['Views From The Cloud: A History of Spotify’s Journey to the Cloud, Part 1', 'views from the cloud', 1],
  ['Big Data Processing at Spotify: The Road to Scio (Part 1)', 'big data processing at spotify', 1],
  ['Big Data Processing at Spotify: The Road to Scio (Part 2)', 'big data processing at spotify', 2],
  ['Spotify’s Event Delivery – The Road to the Cloud (Part I)', 'spotifys event delivery', 1],
  ['Spotify’s Event Delivery – The Road to the Cloud (Part II)', 'spotifys event delivery', 2],
  ['Spotify’s Event Delivery – The Road to the Cloud (Part III)', 'spotifys event delivery', 3],
  ['SDN Internet Router – Part 1', 'sdn internet router', 1],
  ['SDN Internet Router – Part 2', 'sdn internet router', 2],
  ['Dare to be different (part 2)', 'dare to be different', 2],
];

/** The other ways to write it. */
const INVENTED: ReadonlyArray<readonly [title: string, name: string, part: number]> = [
  ['Roads, Part Two', 'roads', 2],
  ['Roads — Part ten', 'roads', 10],
  ['Roads - Part 2 - Bridges', 'roads', 2],
  ['Roads: Part IV: Bridges', 'roads', 4],
  ['Roads, Pt. 2', 'roads', 2],
  ['Roads pt 3', 'roads', 3],
  ['Roads (Part #2)', 'roads', 2],
  ['Roads [Part1]', 'roads', 1],
  ['Roads (Part-1)', 'roads', 1],
  ['Roads (Part 12)', 'roads', 12],
  ['Roads (Part 1 of 3)', 'roads', 1],
  ['Roads, Part 2 of three: Bridges', 'roads', 2],
  ['Roads (Part 1/2)', 'roads', 1],
  ['Roads, Part 2 of our series', 'roads', 2],
  ['“Roads, Part 2”', 'roads', 2],
  ['Roads, Part 2.', 'roads', 2],
  ['Roads,\u00a0Part\u00a02\u00a0', 'roads', 2],
  ['ROADS (PART II)', 'roads', 2],
  ['Roads — Part 1 – 10 Lessons', 'roads', 1],
  ['Roads (2024, Part 2)', 'roads', 2],
  ['Roads (and Bridges), Part 2', 'roads and bridges', 2],
  ['A Bridge (Roads Series, Part 2)', 'roads', 2],
  ['A Bridge [Roads – Part 2]: Steel', 'roads', 2],
  ['Part 2: Roads', 'roads', 2],
  ['Part 2: Roads and Rails: Steel', 'roads and rails', 2],
  ['(Part 2) Roads', 'roads', 2],
  ['Part 2 of 3: Roads', 'roads', 2],
  ['Roads and More Roads: Steel (Part 2)', 'roads and more roads', 2],
  ['Roads: Steel (Part 2)', 'roads steel', 2],
  ["What's New on 'Roads', Part 2", 'whats new on roads', 2],
  ['A Deep Dive into Roads (Part 1)', 'roads', 1],
];

const OF_NO_SERIES = [
  '',
  'Part Two',
  '(Part 1)',
  'Part of the Team',
  'A Counterpart 2',
  'Counterpart II: The Return',
  'Multipart 2',
  'The Part I Play in Platform Engineering',
  'The Best Part, I Think',
  'The Hardest Part: One on Ones',
  'Party 2',
  'Parts 1 and 2 of the Story',
  'The Whole Story, Parts 1–3',
  'Roads, Part 1–3',
  'Roads, Part 1 and 2',
  'Roads, Part 2.5',
  'Roads, Part 2nd',
  'Part-Time Work, Full-Time Impact',
  'Part 107: Drones',
  'Part 107 for Drone Pilots',
  'ISO 26262 Part 6 Compliance',
  'Take Part in Hack Week 2024',
  'Why We Are #2',
  'Peeking Problem 2.0',
  'Roads II',
  'Part X-Ray, Part Microscope',
];

describe('a title', () => {
  it.each([...REAL, ...INVENTED])('%s is of the series %j, part %i', (title, name, part) => {
    expect(seriesOf(title)).toEqual({ name, part });
  });

  it.each(OF_NO_SERIES)('%j is of no series', (title) => {
    expect(seriesOf(title)).toBeUndefined();
  });

  it('of the replica is of a series if it is one of these', () => {
    const titles = posts.map(({ title }) => title).filter((title) => seriesOf(title));
    const known = new Set(REAL.map(([title]) => title.trim()));
    expect(titles).toHaveLength(5);
    expect(titles.filter((title) => !known.has(title.trim()))).toEqual([]);
  });

  it('is the same with other quotes, dashes and capitals', () => {
    const name = (title: string) => seriesOf(title)?.name;
    expect(name("SPOTIFY'S EVENT DELIVERY - The Road (Part I)")).toBe(
      name('Spotify’s Event Delivery – The Road (Part II)'),
    );
  });

  it.each([
    ['part ', 200_000],
    ['part 1 ', 140_000],
    ['(', 1_000_000],
    ['(part', 200_000],
    [' ', 1_000_000],
    [': ', 500_000],
    ['part      1 - ', 80_000],
    ['a look at ', 100_000],
  ])('of %j over and over is read at once', (text, times) => {
    const titles = [text.repeat(times), `Part${text.repeat(times)}`, `${text.repeat(times)}Part 1`];
    expect(titles.map((title) => seriesOf(title)?.part ?? 1)).toEqual([1, 1, 1]);
    expect(leastCpuTime(() => titles.map(seriesOf), 1000)).toBeLessThan(1000);
  });
});

describe('the number', () => {
  it.each([
    ['12', 12],
    ['i', 1],
    ['IX', 9],
    ['One', 1],
    ['ten', 10],
    ['second', 2],
  ])('%s is %i', (written, number) => {
    expect(numberOf(written)).toBe(number);
  });
});

describe('the neighbours of a post', () => {
  const post = (id: Post['id'], title: string, date = '') => ({ id, title, date });
  const roads = [1, 2, 3, 5].map((part) => post(`2024/${part}/roads-${part}`, `Roads (Part ${part})`));
  const [first, second, third, fifth] = roads;
  const others = [post('2024/2/a', 'Bridges (Part 2)'), ...roads.toReversed(), post('2024/3/b', 'Roads')];
  const around = (one = post('2024/1/none', '')) => neighbours(one, others);

  it('are the parts before and after it', () => {
    expect(around(second)).toEqual({ previous: first, next: third });
  });

  it('are the nearest where parts are missing', () => {
    expect(around(third)).toEqual({ previous: second, next: fifth });
    expect(neighbours(post('2025/1/x', 'Roads (Part 9)'), others)).toEqual({ previous: fifth });
  });

  it('are missing at the ends', () => {
    expect(around(first)).toEqual({ next: second });
    expect(around(fifth)).toEqual({ previous: third });
    expect(Object.keys(around(first))).toEqual(['next']);
  });

  it('are missing for a post of no series, and where there are no others', () => {
    expect(around(post('2024/3/b', 'Roads'))).toEqual({});
    expect(second && neighbours(second, [])).toEqual({});
  });

  it('are neither the post itself nor others of the same number', () => {
    const again = post('2024/9/again', 'Roads (Part 2)');
    expect(second && neighbours(second, [second, again])).toEqual({});
    expect(first && neighbours(first, [post(first.id, 'Roads (Part 2)')])).toEqual({});
  });

  it('are those nearest in time, where two have the same number', () => {
    const old = post('2016/1/old', 'Roads (Part 1)', '2016-01-01');
    const late = post('2024/5/late', 'Roads (Part 1)', '2024-05-30');
    const near = post('2024/1/near', 'Roads (Part 1)', '2024-05-01');
    const own = post('2024/5/own', 'Roads (Part 2)', '2024-05-10');
    expect(neighbours(own, [old, late, near]).previous).toBe(near);
    expect(neighbours({ id: own.id, title: own.title }, [old, late, near]).previous).toBe(near);
    expect(neighbours(post('2016/2/own', own.title), [late, near, old]).previous).toBe(old);
  });

  it('need not have the same title', () => {
    const titles = REAL.filter(([, name]) => name === 'honk').map(([title]) => title);
    const honk = titles.map((title, index) => post(`2025/11/honk-${index}`, title));
    expect(honk[1] && neighbours(honk[1], honk)).toEqual({ previous: honk[0], next: honk[2] });
  });
});
