import { PARAGRAPHS } from './article-prose.ts';
import { type Chance, createChance } from './chance.ts';
import type { OldPost } from './types.ts';

/** From the blog's first days until before the oldest post of the seeds. */
const BEGIN = Date.UTC(2013, 2, 1);
const DAYS = 3650;
const DAY = 86_400_000;

const OPENINGS = [
  'How We Moved',
  'Rethinking',
  'The Story of',
  'Measuring',
  'Automating',
  'What Broke',
  'Testing',
] as const;
const OBJECTS = [
  'Event Delivery',
  'the Home Screen',
  '“Good Enough” Builds',
  'a Playlist’s Memory',
  'Search & Browse',
  'Our Data Centres',
  'Client Releases',
  'Podcast Ingestion',
  'the On-Call Rota',
  'Ranking Models',
  'Design Tokens',
] as const;
const ENDINGS = [
  'in # Weeks',
  'for # Squads',
  'with # Lines of Code',
  'at # Requests a Second',
  '— # Lessons',
] as const;

const CATEGORIES = [
  'Backstage',
  'Data',
  'Data Science',
  'Developer Tools',
  'Infrastructure',
  'Machine Learning',
  'Mobile',
  'Open Source',
  'People',
  'Platform',
  'Web',
];

/** So many posts of long ago: invented, and always the same for the same seed. */
export function inventedPosts(count: number, seed: string): OldPost[] {
  const chance = createChance(seed);
  return Array.from({ length: count }, () => inventedPost(chance));
}

function inventedPost(chance: Chance): OldPost {
  const ending = chance.pick(ENDINGS).replace('#', String(chance.between(2, 999)));
  return {
    title: `${chance.pick(OPENINGS)} ${chance.pick(OBJECTS)} ${ending}`,
    date: new Date(BEGIN + chance.between(0, DAYS) * DAY).toISOString().slice(0, 10),
    categories: chance.shuffle(CATEGORIES).slice(0, chance.between(1, 4)),
    excerpt: `${chance.pick(PARAGRAPHS).slice(0, chance.between(90, 230)).trim()}…`,
  };
}
