import type { StuckNodeView } from '@clusterworks/plugin-clusters-common';
import { isEniMode } from '../model/cilium/ciliumSettings';
import type { NodeNetwork } from '../model/cilium/nodeNetwork';
import { nodeNetwork, subnetOf } from '../model/cilium/nodeNetwork';
import {
  deleteLeftOver,
  describeSubnet,
  lookAtAgent,
  operatorLog,
  recreateCiliumNode,
  restartAgent,
} from '../model/remedy/ciliumNodeRemedies';
import type { ClusterState } from '../model/ClusterState';
import { MINUTE } from '../model/durations';
import type { RuleRemedy } from '../model/remedy/RuleRemedy';
import type { CiliumNodeFacts, NodeFacts } from '../kinds';
import { timeView } from './conditionView';
import type { Look } from './Look';

const JOINING = 5 * MINUTE;
const LEFT_BEHIND = 15 * MINUTE;

/**
 * Nodes whose network does not come up, and CiliumNodes that are not
 * garbage-collected, each with a safe remedy. `undefined` when Nodes or
 * CiliumNodes were not read, because the two cannot be compared then.
 */
export function stuckNodes(look: Look): StuckNodeView[] | undefined {
  const { nodes, ciliumnodes } = look.snapshot.resources;
  const eni = isEniMode(look.cluster);
  if (nodes.state !== 'ok' || ciliumnodes.state !== 'ok') {
    return undefined;
  }
  const stuck = ciliumnodes.items.flatMap(node =>
    look.index.nodeByName().has(node.name)
      ? (eni && stuckCiliumNode(look, node)) || []
      : orphan(look, node),
  );
  const agents = look.index.ciliumAgentPods();
  const missing = nodes.items.flatMap(node =>
    agents.has(node.name) && !look.index.ciliumNodeByName().has(node.name)
      ? nodeWithout(look, node)
      : [],
  );
  return [...stuck, ...missing].sort((a, b) =>
    (a.since ?? '') < (b.since ?? '') ? -1 : 1,
  );
}

function older(look: Look, time: number | undefined, than: number): boolean {
  return time !== undefined && look.now - time >= than;
}

function stuckCiliumNode(look: Look, node: CiliumNodeFacts): StuckNodeView[] {
  const network = nodeNetwork(node);
  if (network === 'up' || !older(look, node.createdAt, JOINING)) {
    return [];
  }
  const [what, text, remedy] = explain(look.cluster, node, network);
  return [
    { node: node.name, what, since: timeView(node.createdAt), text, remedy },
  ];
}

function explain(
  cluster: ClusterState,
  node: CiliumNodeFacts,
  network: NodeNetwork,
): [StuckNodeView['what'], string, RuleRemedy[]] {
  const subnet = subnetOf(node);
  const log = operatorLog(
    cluster,
    `${node.name}|${node.instanceId ?? node.name}`,
  );
  switch (network) {
    case 'instanceGone':
      return [
        'instanceGone',
        'EC2 does not know its instance: it ended, or the name is used again',
        recreateCiliumNode(cluster, node),
      ];
    case 'noStatus':
      return [
        'noStatus',
        whyNoStatus(cluster),
        [log, ...recreateCiliumNode(cluster, node)],
      ];
    case 'agentWaits':
      return [
        'noAddresses',
        `It has ${node.pool} addresses, but the agent did not take one`,
        [lookAtAgent(cluster, node.name), restartAgent(cluster, node.name)],
      ];
    default:
      return [
        'noAddresses',
        `EC2 gives it ${
          node.pool > 0 ? `only ${node.pool}` : 'no'
        } addresses: the subnet is full, or the operator lacks the right`,
        [...(subnet ? [describeSubnet(subnet)] : []), log],
      ];
  }
}

/** The state of the operator rules out one of the causes. */
function whyNoStatus({ index }: ClusterState): string {
  switch (index.ciliumOperator()?.available) {
    case undefined:
      return 'The Cilium operator has not written to it: it is down, or EC2 does not answer it';
    case 0:
      return 'The Cilium operator, which writes its addresses there, is down';
    default:
      return 'The Cilium operator runs and has not written to it: EC2 does not answer it, or it did not get to this node';
  }
}

function orphan(look: Look, node: CiliumNodeFacts): StuckNodeView[] {
  if (!older(look, node.createdAt, LEFT_BEHIND)) {
    return [];
  }
  return [
    {
      node: node.name,
      what: 'ciliumNodeWithoutNode',
      text: 'Its Node is gone; it should have been collected with it',
      remedy: deleteLeftOver(node.name),
    },
  ];
}

function nodeWithout(look: Look, node: NodeFacts): StuckNodeView[] {
  if (!older(look, node.createdAt, JOINING)) {
    return [];
  }
  return [
    {
      node: node.name,
      what: 'nodeWithoutCiliumNode',
      since: timeView(node.createdAt),
      text: 'Its agent has not created a CiliumNode: it does not reach the instance metadata or the API server',
      remedy: [
        lookAtAgent(look.cluster, node.name),
        restartAgent(look.cluster, node.name),
      ],
    },
  ];
}
