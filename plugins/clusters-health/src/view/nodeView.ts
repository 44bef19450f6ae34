import type { NodeState, NodeView } from '@clusterworks/plugin-clusters-common';
import { poolOf } from '../model/poolOf';
import { instanceIdOf } from '../model/remedy/describeInstances';
import type { NodeFacts } from '../kinds';
import { conditionOf, quantityToNumber } from '../kinds';
import { claimStage } from './claimStage';
import { timeView } from './conditionView';
import type { Look } from './Look';
import { podTotalsByNode } from './podTotals';

/** A node in the treemap. */
export function nodeView(look: Look, node: NodeFacts): NodeView {
  const podsKnown = look.snapshot.resources.pods.state === 'ok';
  const totals = podTotalsByNode(look).get(node.name);
  const requested = (value: number | undefined) =>
    podsKnown ? value ?? 0 : undefined;
  return {
    name: node.name,
    instanceId: instanceIdOf(node.providerId),
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

/**
 * `spot` or `on-demand`, from Karpenter's label, else from the label of a
 * managed node group.
 */
export function capacityType(node: NodeFacts): string | undefined {
  const own = node.labels['karpenter.sh/capacity-type'];
  const group = node.labels['eks.amazonaws.com/capacityType'];
  return own ?? group?.toLowerCase().replace('_', '-');
}

/**
 * The stage of the node's NodeClaim until the claim is initialised, so that
 * node and claim show the same stage; afterwards the state of the node itself.
 */
function stateOf(look: Look, node: NodeFacts): NodeState {
  if (node.deletedAt !== undefined) {
    return 'draining';
  }
  const claim = look.index.claimByNodeName().get(node.name);
  const stage =
    claim && claimStage(claim, node, look.index.ciliumTaintKey()).stage;
  if (stage === 'network' || stage === 'initializing' || stage === 'draining') {
    return stage;
  }
  if (conditionOf(node, 'Ready')?.status !== 'True') {
    return 'notReady';
  }
  return node.unschedulable ? 'cordoned' : 'ready';
}
