import type { Snapshot } from '../../kinds';
import { snapshotOf, type World } from '../world';
import { ciliumNode } from './testCiliumNodes';
import { node } from './testNodes';
import { agentPod } from './testPods';
import { agentSet, config, lease, operator } from './testWorkloads';

export * from './testCiliumNodes';
export * from './testNodes';
export * from './testPods';
export * from './testWorkloads';

/** A healthy cluster with Cilium in ENI mode and without Karpenter: one node. */
export function healthy(): World {
  return {
    nodes: [node('a')],
    ciliumnodes: [ciliumNode('a')],
    daemonsets: [agentSet()],
    deployments: [operator()],
    leases: [lease(2)],
    configmaps: [config()],
    pods: [agentPod('a')],
  };
}

/** The healthy cluster on which the tables of Cilium's rules are based. */
export const ciliumTable = { base: healthy() };

/** A snapshot of the healthy cluster with some sources replaced. */
export function clusterOf(world: World): Snapshot {
  return snapshotOf({ ...healthy(), ...world });
}
