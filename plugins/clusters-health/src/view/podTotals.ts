import type { Measure } from '@clusterworks/plugin-clusters-common';
import { poolOf } from '../model/poolOf';
import type { PodFacts } from '../kinds';
import type { Look } from './Look';
import { measured } from './measures';

/** The sum of the requests of pods. */
export interface PodTotals {
  pods: number;
  cpu: number;
  memory: number;
  gpus: number;
}

const totalsByLook = new WeakMap<Look, Map<string, PodTotals>>();

/** Requests of the running and starting pods on each node. */
export function podTotalsByNode(look: Look): Map<string, PodTotals> {
  const known = totalsByLook.get(look);
  if (known) {
    return known;
  }
  const totals = new Map<string, PodTotals>();
  for (const pod of look.snapshot.resources.pods.items) {
    if (pod.nodeName && holdsRequests(pod)) {
      const sum = totals.get(pod.nodeName) ?? noPods();
      sum.pods += 1;
      sum.cpu += pod.cpu;
      sum.memory += pod.memory;
      sum.gpus += pod.gpus;
      totals.set(pod.nodeName, sum);
    }
  }
  totalsByLook.set(look, totals);
  return totals;
}

/**
 * Pods that have ended keep their node name but no longer reserve resources.
 */
export function holdsRequests(pod: PodFacts): boolean {
  return pod.phase !== 'Succeeded' && pod.phase !== 'Failed';
}

function noPods(): PodTotals {
  return { pods: 0, cpu: 0, memory: 0, gpus: 0 };
}

const totalOf: Record<string, keyof PodTotals> = {
  cpu: 'cpu',
  memory: 'memory',
  pods: 'pods',
  'nvidia.com/gpu': 'gpus',
};

/**
 * Requests of one resource on the nodes of a pool; absent when pods were not
 * read.
 */
export function requestedInPool(
  look: Look,
  pool: string,
  resource: string,
): Measure | undefined {
  const key = totalOf[resource];
  if (!key) {
    return undefined;
  }
  return requested(look, key, name => name === pool);
}

/** Requests of one resource on all nodes. */
export function requestedInCluster(look: Look, key: 'cpu' | 'memory'): Measure {
  return requested(look, key, () => true);
}

function requested(
  look: Look,
  key: keyof PodTotals,
  wanted: (pool: string | undefined) => boolean,
): Measure {
  const { nodes, pods } = look.snapshot.resources;
  return measured(
    [
      ['nodes', nodes],
      ['pods', pods],
    ],
    () => {
      const totals = podTotalsByNode(look);
      let sum = 0;
      for (const node of nodes.items) {
        if (wanted(poolOf(node))) {
          sum += totals.get(node.name)?.[key] ?? 0;
        }
      }
      return sum;
    },
  );
}
