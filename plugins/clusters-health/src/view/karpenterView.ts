import {
  ClusterView,
  SubnetAddressesView,
} from '@clusterworks/plugin-clusters-common';
import { bootTimes } from './bootTimes';
import { byName } from './byName';
import { heldNodes } from './heldNodes';
import { Look } from './Look';
import { isShown } from './measures';
import { nodeClaimView } from './nodeClaimView';
import { nodeClassView } from './nodeClassView';
import { nodePoolView } from './nodePoolView';
import { pendingGroups } from './pendingGroups';
import { rolloutView } from './rolloutView';

/** What the pages show of Karpenter. */
export function karpenterView(
  look: Look,
  subnets: readonly SubnetAddressesView[] = [],
): ClusterView['karpenter'] {
  const { nodepools, nodeclaims, ec2nodeclasses, deployments, pods } =
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
      ? [...ec2nodeclasses.items]
          .sort(byName)
          .map(one => nodeClassView(one, subnets))
      : undefined,
    bootTimes: isShown(nodeclaims) ? bootTimes(look) : undefined,
    pending: isShown(pods) ? pendingGroups(look) : undefined,
    heldNodes: heldNodes(look),
  };
}

function newestFirst(
  a: { name: string; createdAt?: number },
  b: { name: string; createdAt?: number },
): number {
  return (b.createdAt ?? 0) - (a.createdAt ?? 0) || byName(a, b);
}
