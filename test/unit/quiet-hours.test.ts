import { expect, it, onTestFinished, vi } from 'vitest';
import { quietUntil } from '../../lib/quiet-hours.ts';

const at = (day: number, hours: number, minutes = 0) => new Date(2026, 10, day, hours, minutes);
const NIGHT = { on: true, from: '22:00', to: '07:30' };
const LUNCH = { on: true, from: '12:00', to: '13:00' };

it.each([
  ['before the night', NIGHT, at(21, 21, 59), undefined],
  ['in the evening', NIGHT, at(21, 22), at(22, 7, 30)],
  ['after midnight', NIGHT, at(22, 0, 0), at(22, 7, 30)],
  ['in the morning', NIGHT, at(22, 7, 29), at(22, 7, 30)],
  ['once they are over', NIGHT, at(22, 7, 30), undefined],
  ['on the last day of a month', NIGHT, at(30, 23), at(31, 7, 30)],
  ['at noon', LUNCH, at(21, 12, 15), at(21, 13)],
  ['after noon', LUNCH, at(21, 13), undefined],
  ['while switched off', { ...NIGHT, on: false }, at(21, 23), undefined],
  ['of no length', { on: true, from: '08:00', to: '08:00' }, at(21, 8), undefined],
])('quiet hours %s', (_, hours, now, until) => expect(quietUntil(hours, now)).toBe(until?.getTime()));

it('end in the future also in the hour that a day has twice', () => {
  vi.stubEnv('TZ', 'Europe/Stockholm');
  onTestFinished(() => void vi.unstubAllEnvs());
  const second = new Date('2026-10-25T01:10:00Z');
  expect([second.getHours(), second.getMinutes()]).toEqual([2, 10]);
  expect(quietUntil({ on: true, from: '22:00', to: '02:30' }, second)).toBeGreaterThan(second.getTime());
});
