import * as kube from '@clusterworks/kube-fixtures';
import type { Json } from './merge';
import { ago } from './time';

/** A NodePool that is Ready. */
export function nodePool(name = 'general', change: Json = {}): Json {
  return kube.nodePool(name, change);
}

/** An EC2NodeClass that is Ready, with two zones. */
export function nodeClass(name = 'default', change: Json = {}): Json {
  return kube.nodeClass(name, change);
}

/** A NodeClaim in service; its Node is `node(name)`. */
export function nodeClaim(name = 'general-1', change: Json = {}): Json {
  return kube.nodeClaim(name, { node: `node-${name}`, ...change });
}

/**
 * A NodeClaim with the given conditions, created the given number of minutes
 * ago.
 */
export function youngClaim(
  name: string,
  minutes: number,
  ...conditions: Json[]
): Json {
  return nodeClaim(name, {
    metadata: { creationTimestamp: ago(minutes) },
    status: { conditions },
  });
}
