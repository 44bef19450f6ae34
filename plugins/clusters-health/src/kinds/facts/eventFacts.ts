import { WantedFields } from '@clusterworks/plugin-clusters-common';
import { Fields } from '../Fields';
import { plainFields } from '../plainFields';

/** What is kept of an Event. */
export interface EventFacts {
  name: string;
  namespace?: string;
  type?: string;
  /** Some Karpenter events have none. */
  reason?: string;
  message: string;
  component?: string;
  count: number;
  firstAt?: number;
  lastAt?: number;
  /** `name` is missing on some. */
  involved: { kind?: string; namespace?: string; name?: string; uid?: string };
  problems?: string[];
}

/** What `readEvent` reads. */
export const eventFields: WantedFields = {
  metadata: plainFields('name', 'namespace', 'creationTimestamp'),
  involvedObject: plainFields('kind', 'namespace', 'name', 'uid'),
  series: plainFields('count', 'lastObservedTime'),
  source: plainFields('component'),
  ...plainFields(
    'eventTime',
    'firstTimestamp',
    'lastTimestamp',
    'type',
    'reason',
    'message',
    'reportingComponent',
    'count',
  ),
};

/**
 * Reads an Event (v1), in the old shape of Karpenter and the new one of the
 * scheduler.
 */
export function readEvent(object: Fields): EventFacts {
  const meta = object.object('metadata');
  const involved = object.object('involvedObject');
  const series = object.object('series');
  const created = meta.time('creationTimestamp');
  const eventTime = object.time('eventTime');
  const lastTimestamp = object.time('lastTimestamp');
  const lastAt =
    series.time('lastObservedTime') ?? lastTimestamp ?? eventTime ?? created;
  return {
    name: meta.text('name') ?? '',
    namespace: meta.text('namespace'),
    type: object.text('type'),
    reason: object.text('reason') || undefined,
    message: object.text('message') ?? '',
    component:
      object.text('reportingComponent') ||
      object.object('source').text('component'),
    count: series.count('count') ?? object.count('count') ?? 1,
    firstAt: object.time('firstTimestamp') ?? eventTime ?? created,
    lastAt,
    involved: {
      kind: involved.text('kind'),
      namespace: involved.text('namespace'),
      name: involved.text('name'),
      uid: involved.text('uid'),
    },
  };
}
