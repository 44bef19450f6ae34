import { Json, merge } from './merge';
import { ago } from './time';

let events = 0;

/** An event of Karpenter's, last seen so many minutes ago. */
export function karpenterEvent(
  kind: string,
  name: string | undefined,
  reason: string,
  message: string,
  minutes = 1,
  change: Json = {},
): Json {
  events += 1;
  const namespace = kind === 'Pod' ? 'default' : undefined;
  return merge(
    {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: {
        name: `event-${events}`,
        namespace: 'default',
        creationTimestamp: ago(minutes),
      },
      type: 'Warning',
      reason,
      message,
      count: 1,
      firstTimestamp: ago(minutes),
      lastTimestamp: ago(minutes),
      eventTime: null,
      involvedObject: {
        kind,
        ...(name ? { name } : {}),
        ...(namespace ? { namespace } : {}),
      },
      reportingComponent: 'karpenter',
      source: { component: 'karpenter' },
    },
    change,
  );
}
