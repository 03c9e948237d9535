import { simulateDay } from './crowd.ts';
import { comparedFigure, type Figure, plainFigure } from './figure.ts';
import type { Traffic } from './traffic.ts';

const INSTALLATIONS = 1_000_000;
const SEED = 'a million';
const PEAK_GOAL = { most: 1.3, text: '≤ 1.3' };

/** What a million installations ask of the blog on a day: the fullest minute beside the average one, and bytes. */
export function crowdFigures({ unchanged, newPost }: Traffic): Figure[] {
  const { checks, firstAfterPost } = simulateDay(INSTALLATIONS, SEED);
  const requests = checks.map((count, minute) => count + (firstAfterPost[minute] ?? 0));
  const bytesOfDay = sumOf(checks) * unchanged;
  const bytesOfPost = sumOf(firstAfterPost) * (newPost - unchanged);
  const each = (bytes: number) => bytes / INSTALLATIONS;
  return [
    peakFigure('a million installations, fullest minute', checks, PEAK_GOAL),
    peakFigure('a million installations, fullest minute after a new post', requests),
    plainFigure('an installation, a day', each(bytesOfDay), 'bytes'),
    plainFigure('an installation, a day with a new post', each(bytesOfDay + bytesOfPost), 'bytes'),
  ];
}

function peakFigure(name: string, minutes: Uint32Array, goal?: typeof PEAK_GOAL): Figure {
  return comparedFigure(name, Math.max(...minutes), sumOf(minutes) / minutes.length, 'requests a minute', goal);
}

function sumOf(counts: Uint32Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
