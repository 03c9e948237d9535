import { storage } from 'wxt/utils/storage';
import { type Failure, isUnanswered, type Source, type Trouble } from './errors.ts';

/** What was asked of the blog, and what came: bytes of the answers' bodies as they were read. */
export interface Traffic {
  readonly requests: number;
  readonly bytes: number;
}

/** How the checks go. All times are in ms since 1970; what never was is undefined. */
export interface Health {
  /** When the last check ended, well or not. */
  readonly checkedAt?: number | undefined;
  readonly succeededAt?: number | undefined;
  /** Which source told the posts of the last check that worked. */
  readonly source?: Source | undefined;
  /** What did not work in that check, though its posts came from elsewhere. */
  readonly trouble?: Trouble | undefined;
  /** How many checks in a row have failed; 0 after one that worked, and once the reader asks for one. */
  readonly failures: number;
  /** When the first check failed since the last that worked. */
  readonly failingSince?: number | undefined;
  /** Of the last check that failed, however long ago. */
  readonly failure?: Failure | undefined;
  readonly failedAt?: number | undefined;
  /** When the next check is due; undefined if the reader checks by hand only. */
  readonly dueAt?: number | undefined;
  /** Until when the blog asked to be left alone. */
  readonly notBefore?: number | undefined;
  /** When pages of posts may be asked for again, after one that could not be read. */
  readonly readAgainAt?: number | undefined;
  /** When the browser was found to have lost the library. */
  readonly libraryLostAt?: number | undefined;
  /** By day, `YYYY-MM-DD` in UTC, of the last 30 days. */
  readonly traffic: Readonly<Record<string, Traffic>>;
}

/** Before the first check. */
export const UNKNOWN: Health = { failures: 0, traffic: {} };
const DAYS = 30;

/** Beside the library, not in it: a check that finds nothing new must not write there, and a broken library must be told. */
export const healthItem = storage.defineItem<Health>('local:health', { fallback: UNKNOWN });

export async function getHealth(): Promise<Health> {
  return { ...UNKNOWN, ...(await healthItem.getValue()) };
}

/** Calls the listener with the health whenever it changes, in any context; answers how to stop that. */
export function onHealthChange(listener: (health: Health) => void): () => void {
  return healthItem.watch(listener);
}

/** So long, in ms, a check that got no answer tells something of the network: then it may be another. */
const TELLING_MS = 3_600_000;

/** Whether the last check got no answer, not long ago, though there was a network. */
export function isOutOfReach({ failingSince, failure, failedAt = 0 }: Health, now: number): boolean {
  if (failingSince === undefined || now - failedAt > TELLING_MS) return false;
  return isUnanswered(failure);
}

/** From when on no check has worked for a day, though there were some; undefined if the last has worked. */
export function staleFrom({ failingSince }: Health): number | undefined {
  return failingSince === undefined ? undefined : failingSince + 86_400_000;
}

/** The traffic with more of it today; days that are long past are dropped. */
export function withTraffic(days: Health['traffic'], more: Traffic, now: number): Health['traffic'] {
  const today = dayOf(now);
  const oldest = dayOf(now - (DAYS - 1) * 86_400_000);
  const { requests, bytes } = days[today] ?? { requests: 0, bytes: 0 };
  const kept = Object.entries(days).filter(([day]) => day >= oldest && day <= today);
  return { ...Object.fromEntries(kept), [today]: { requests: requests + more.requests, bytes: bytes + more.bytes } };
}

/** All of the traffic together. */
export function totalTraffic(days: Health['traffic']): Traffic {
  const all = Object.values(days);
  return {
    requests: all.reduce((sum, { requests }) => sum + requests, 0),
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
