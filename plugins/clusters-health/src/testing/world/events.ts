import * as kube from '@clusterworks/kube-fixtures';
import type { Json } from './merge';
import { ago } from './time';

let events = 0;

/** An event of Karpenter, last seen the given number of minutes ago. */
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
  const event = kube.karpenterEvent(
    { kind, name, namespace },
    { reason, message },
    { at: ago(minutes), id: String(events) },
  );
  return kube.merge(event as unknown as Json, change);
}
