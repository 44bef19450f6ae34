import { ClusterView } from '@clusterworks/plugin-clusters-common';
import { bootTimes } from './bootTimes';
import { Look } from './Look';
import { isShown } from './measures';
import { nodeClaimView } from './nodeClaimView';
import { nodeClassView } from './nodeClassView';
import { nodePoolView } from './nodePoolView';
import { rolloutView } from './rolloutView';

/** What the pages show of Karpenter. */
export function karpenterView(look: Look): ClusterView['karpenter'] {
  const { nodepools, nodeclaims, ec2nodeclasses, deployments } =
    look.snapshot.resources;
  const controller = isShown(deployments) ? look.index.karpenter() : undefined;
  return {
    state: nodepools.state,
    reason: nodepools.reason,
    namespace: controller?.namespace,
    controller:
      controller &&
      rolloutView('controller', 'Deployment', controller, {
        stale: deployments.state !== 'ok',
      }),
    nodePools: isShown(nodepools)
      ? [...nodepools.items].sort(byName).map(pool => nodePoolView(look, pool))
      : [],
    nodeClaims: isShown(nodeclaims)
      ? [...nodeclaims.items]
          .sort(newestFirst)
          .map(claim => nodeClaimView(look, claim))
      : undefined,
    nodeClasses: isShown(ec2nodeclasses)
      ? [...ec2nodeclasses.items].sort(byName).map(nodeClassView)
      : undefined,
    bootTimes: isShown(nodeclaims) ? bootTimes(look) : undefined,
  };
}

/** By code units: the same order in every locale. */
export function byName(a: { name: string }, b: { name: string }): number {
  if (a.name === b.name) {
    return 0;
  }
  return a.name < b.name ? -1 : 1;
}

function newestFirst(
  a: { name: string; createdAt?: number },
  b: { name: string; createdAt?: number },
): number {
  return (b.createdAt ?? 0) - (a.createdAt ?? 0) || byName(a, b);
}
