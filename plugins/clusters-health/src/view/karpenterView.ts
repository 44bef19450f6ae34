import type {
  ClusterView,
  SubnetAddressesView,
} from '@clusterworks/plugin-clusters-common';
import {
  claimsWithEvents,
  INTERRUPTIONS,
} from '../model/karpenter/interruptions';
import { bootTimes } from './bootTimes';
import { byName } from './byName';
import { heldNodes } from './heldNodes';
import type { Look } from './Look';
import { mapInSteps } from './mapInSteps';
import { isShown } from './measures';
import { nodeClaimView } from './nodeClaimView';
import { nodeClassView } from './nodeClassView';
import { nodePoolView } from './nodePoolView';
import { pendingGroups } from './pendingGroups';
import { rolloutView } from './rolloutView';

/** The data about Karpenter that pages show. */
export function* karpenterView(
  look: Look,
  subnets: readonly SubnetAddressesView[] = [],
): Generator<void, ClusterView['karpenter']> {
  const { nodepools, nodeclaims, ec2nodeclasses, deployments, pods } =
    look.snapshot.resources;
  const controller = isShown(deployments) ? look.index.karpenter() : undefined;
  const nodePools = isShown(nodepools)
    ? yield* mapInSteps([...nodepools.items].sort(byName), pool =>
        nodePoolView(look, pool),
      )
    : [];
  const nodeClaims = isShown(nodeclaims)
    ? yield* mapInSteps([...nodeclaims.items].sort(newestFirst), claim =>
        nodeClaimView(look, claim),
      )
    : undefined;
  const nodeClasses = isShown(ec2nodeclasses)
    ? yield* mapInSteps([...ec2nodeclasses.items].sort(byName), one =>
        nodeClassView(one, subnets),
      )
    : undefined;
  const pending = isShown(pods) ? pendingGroups(look) : undefined;
  yield;
  const held = heldNodes(look);
  yield;
  return {
    state: nodepools.state,
    reason: nodepools.reason,
    namespace: controller?.namespace,
    controller:
      controller &&
      rolloutView('controller', 'Deployment', controller, {
        stale: deployments.state !== 'ok',
      }),
    nodePools,
    nodeClaims,
    nodeClasses,
    bootTimes: isShown(nodeclaims) ? bootTimes(look) : undefined,
    pending,
    heldNodes: held,
    interrupted: look.cluster.ok('events')
      ? claimsWithEvents(look.cluster, INTERRUPTIONS).size
      : undefined,
  };
}

function newestFirst(
  a: { name: string; createdAt?: number },
  b: { name: string; createdAt?: number },
): number {
  return (b.createdAt ?? 0) - (a.createdAt ?? 0) || byName(a, b);
}
