import type { Verdict } from '@clusterworks/plugin-clusters-common';
import { durationText } from '../measureText';
import type { DigestChange } from './DigestCluster';

const HOUR_MS = 3_600_000;

/** What the changes of a cluster come to. */
export interface ChangeSummary {
  /** How long it was critical, in milliseconds. */
  criticalMs: number;
  /** `was critical twice, for 3 hours in all`. */
  text: string;
}

/**
 * Sums up the changes of a cluster's verdict.
 *
 * @param changes - the oldest first
 * @param since - begin of the time that is summed up, milliseconds since 1970
 * @param until - its end
 * @returns undefined when nothing changed that anybody has to know
 */
export function summarizeChanges(
  changes: readonly DigestChange[],
  since: number,
  until: number,
): ChangeSummary | undefined {
  if (changes.length === 0) {
    return undefined;
  }
  const [{ from: first }] = changes;
  const last = changes[changes.length - 1].to;
  const { criticalMs, times } = criticalTime(changes, since, until);
  if (criticalMs > 0) {
    return {
      criticalMs,
      text: `was critical ${criticalText(criticalMs, times)}`,
    };
  }
  if (first === undefined) {
    return { criticalMs, text: `is new and ${last}` };
  }
  return first === last
    ? undefined
    : { criticalMs, text: `went from ${first} to ${last}` };
}

function criticalTime(
  changes: readonly DigestChange[],
  since: number,
  until: number,
): { criticalMs: number; times: number } {
  let criticalMs = 0;
  let times = 0;
  let verdict: Verdict | undefined = changes[0].from;
  let at = since;
  for (const change of [...changes, { at: until, to: undefined }]) {
    if (verdict === 'critical') {
      criticalMs += Math.max(0, change.at - at);
      times += 1;
    }
    ({ at } = change);
    verdict = change.to;
  }
  return { criticalMs, times };
}

function criticalText(criticalMs: number, times: number): string {
  const hours = Math.round(criticalMs / HOUR_MS);
  const duration =
    hours === 0
      ? 'less than an hour'
      : durationText({ certainty: 'exact', value: hours });
  if (times === 1) {
    return `for ${duration}`;
  }
  return `${times === 2 ? 'twice' : `${times} times`}, for ${duration} in all`;
}
