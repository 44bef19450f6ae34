import { NodeView } from '@clusterworks/plugin-clusters-common';
import { poolOf } from '../engine/ClusterIndex';
import { conditionOf, NodeFacts, quantityToNumber } from '../kinds';
import { timeView } from './conditionView';
import { Look } from './Look';
import { podTotalsByNode } from './podTotals';

/** A node of the treemap. */
export function nodeView(look: Look, node: NodeFacts): NodeView {
  const podsKnown = look.snapshot.resources.pods.state === 'ok';
  const totals = podTotalsByNode(look).get(node.name);
  const requested = (value: number | undefined) =>
    podsKnown ? value ?? 0 : undefined;
  return {
    name: node.name,
    nodePool: poolOf(node),
    zone: node.labels['topology.kubernetes.io/zone'],
    instanceType: node.labels['node.kubernetes.io/instance-type'],
    capacityType: capacityType(node),
    state: stateOf(look, node),
    createdAt: timeView(node.createdAt),
    cpu: quantityToNumber(node.allocatable.cpu ?? ''),
    memory: quantityToNumber(node.allocatable.memory ?? ''),
    pods: requested(totals?.pods),
    cpuRequested: requested(totals?.cpu),
    memoryRequested: requested(totals?.memory),
  };
}

/** `spot` or `on-demand` by Karpenter's label, else by that of a node group. */
export function capacityType(node: NodeFacts): string | undefined {
  const own = node.labels['karpenter.sh/capacity-type'];
  const group = node.labels['eks.amazonaws.com/capacityType'];
  return own ?? group?.toLowerCase().replace('_', '-');
}

function stateOf(look: Look, node: NodeFacts): NodeView['state'] {
  if (node.deletedAt !== undefined) {
    return 'deleting';
  }
  if (conditionOf(node, 'Ready')?.status !== 'True') {
    return isJoining(look, node) ? 'joining' : 'notReady';
  }
  return node.unschedulable ? 'cordoned' : 'ready';
}

/** Karpenter has not called the node initialised since it was made. */
function isJoining(look: Look, node: NodeFacts): boolean {
  const claim = look.index.claimByNodeName().get(node.name);
  return (
    claim !== undefined && conditionOf(claim, 'Initialized')?.status !== 'True'
  );
}
