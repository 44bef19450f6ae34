import type {
  BootTimesView,
  ClusterView,
  HeldNodeView,
  NodePoolView,
  SubnetAddressesView,
} from '@clusterworks/plugin-clusters-common';
import {
  claimsWithEvents,
  INTERRUPTIONS,
} from '../model/karpenter/interruptions';
import { bootTimes } from './bootTimes';
import { byName } from './byName';
import { driftBacklog } from './driftBacklog';
import { episodesView } from './episodesView';
import { heldNodes } from './heldNodes';
import { idleView } from './idleView';
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
  const { nodepools, nodeclaims, ec2nodeclasses, deployments, pods, events } =
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
  const times = isShown(nodeclaims) ? bootTimes(look) : undefined;
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
    nodePools: nodePools.map(withBacklog(look, held, times)),
    nodeClaims,
    nodeClasses,
    bootTimes: times,
    pending,
    heldNodes: held,
    idle: idleView(look),
    episodes: isShown(events) ? episodesView(look) : undefined,
    interrupted: look.cluster.ok('events')
      ? claimsWithEvents(look.cluster, INTERRUPTIONS).size
      : undefined,
  };
}

/** Adds when the drifted nodes of a pool will be replaced. */
function withBacklog(
  look: Look,
  held: HeldNodeView[] | undefined,
  times: BootTimesView[] | undefined,
) {
  return (view: NodePoolView): NodePoolView => {
    const pool = look.index.poolByName().get(view.name);
    const { disruption } = view;
    const backlog =
      pool &&
      disruption &&
      driftBacklog({
        ...{ pool, held, times, now: look.now },
        nodes: disruption.drifted,
        total: disruption.nodes ?? 0,
      });
    return backlog ? { ...view, disruption: { ...disruption, backlog } } : view;
  };
}

function newestFirst(
  a: { name: string; createdAt?: number },
  b: { name: string; createdAt?: number },
): number {
  return (b.createdAt ?? 0) - (a.createdAt ?? 0) || byName(a, b);
}
