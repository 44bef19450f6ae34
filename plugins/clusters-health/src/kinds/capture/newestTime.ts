import type { CapturedResource } from './clusterCaptureSchema';

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const MAX_DEPTH = 8;

/**
 * Keys of fields with times in the past. Other times may be in the future, for
 * example `endTime` of a capacity reservation.
 */
const pastTimes: ReadonlySet<string> = new Set([
  'creationTimestamp',
  'lastTransitionTime',
  'lastHeartbeatTime',
  'lastUpdateTime',
  'renewTime',
  'acquireTime',
  'lastTimestamp',
  'firstTimestamp',
  'eventTime',
  'lastObservedTime',
  'startTime',
  'startedAt',
  'finishedAt',
  'lastPodEventTime',
]);

/**
 * The newest time in the objects, as RFC 3339; undefined when there is none.
 */
export function newestTime(
  resources: readonly CapturedResource[],
): string | undefined {
  let newest = -Infinity;
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) {
      return;
    }
    for (const [key, member] of Object.entries(value)) {
      if (typeof member === 'string') {
        if (pastTimes.has(key) && RFC3339.test(member)) {
          const time = Date.parse(member);
          if (time > newest) {
            newest = time;
          }
        }
      } else {
        visit(member, depth + 1);
      }
    }
  };
  for (const { items } of resources) {
    visit(items, 0);
  }
  return Number.isFinite(newest) ? new Date(newest).toISOString() : undefined;
}
