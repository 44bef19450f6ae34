import { karpenterEvent } from './events';
import { healthyWorld } from './healthyWorld';
import { nodeClaim, nodePool } from './karpenterObjects';
import { merge } from './merge';
import { ciliumNode, node } from './nodes';
import { pod } from './pods';
import type { World } from './snapshotOf';
import { ago } from './time';

/** A large cluster in which nothing is wrong: nodes, pods, endpoints, events. */
export function largeWorld(nodes: number, pods: number): World {
  const base = healthyWorld();
  const names = Array.from({ length: nodes }, (_, i) => `general-${i}`);
  const podNames = Array.from({ length: pods }, (_, i) => `web-${i}`);
  return {
    ...base,
    nodes: names.map(name => node(name)),
    nodepools: ['general', 'gpu', 'batch'].map(name => nodePool(name)),
    nodeclaims: names.map(name => nodeClaim(name)),
    ciliumnodes: names.map(name => ciliumNode(name)),
    pods: [
      ...base.pods,
      ...podNames.map((name, i) =>
        pod(name, {
          metadata: { labels: { app: `app-${i % 100}` } },
          spec: { nodeName: `node-general-${i % nodes}` },
          status: { podIP: `10.${i % 200}.${i % 250}.5` },
        }),
      ),
    ],
    ciliumendpoints: podNames.map(name =>
      merge((base.ciliumendpoints[0] ?? {}) as Record<string, unknown>, {
        metadata: { name },
      }),
    ),
    ciliumidentities: Array.from({ length: 400 }, (_, i) => ({
      metadata: { name: `${1000 + i}`, creationTimestamp: ago(999) },
    })),
    events: podNames
      .slice(0, 1000)
      .map((name, i) =>
        karpenterEvent(
          'Pod',
          name,
          'Nominated',
          `Pod should schedule on: nodeclaim/general-${i % nodes}`,
          i % 60,
        ),
      ),
    poddisruptionbudgets: Array.from({ length: 100 }, (_, i) => ({
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: {
        name: `app-${i}`,
        namespace: 'default',
        creationTimestamp: ago(999),
      },
      spec: {
        maxUnavailable: 1,
        selector: { matchLabels: { app: `app-${i}` } },
      },
      status: { disruptionsAllowed: 1 },
    })),
  };
}
