import type { Evidence } from '@clusterworks/plugin-clusters-common';
import { podsServed } from '@clusterworks/plugin-clusters-spec';
import {
  ec2EniLimits,
  nodeCapacity,
  toEniNode,
} from '../../../model/addresses';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf } from '../../../rule/subjects';
import type { CiliumNodeFacts } from '../../../kinds';
import { subnetOf } from '../../../model/cilium/nodeNetwork';
import { prefixAdvice } from '../../../model/cilium/prefixChance';
import type { NodePressure } from '../../../model/cilium/nodePressure';
import {
  describeSubnet,
  operatorLog,
} from '../../../model/remedy/ciliumNodeRemedies';
import { shellCommand } from '../../../model/remedy/shellCommand';

/** The numbers that show the pressure of a node, as evidence. */
export function pressureEvidence(
  node: CiliumNodeFacts,
  pressure: NodePressure,
): Evidence[] {
  const use = node.used
    ? 'status.ipam.used'
    : 'spec.ipam.pools.requested[default]';
  return [
    evidenceOf('CiliumNode', node, 'spec.ipam.pool', pressure.allocated),
    evidenceOf('CiliumNode', node, use, pressure.used),
    evidenceOf(
      'CiliumNode',
      node,
      `capacity of ${node.instanceType ?? 'its type'}`,
      pressure.capacity,
    ),
  ];
}

/**
 * For a node that gets no prefixes, the kubelet's maximum of pods is the only
 * remedy.
 */
const withoutPrefixes = { prefixDelegation: false, subnetFilter: false };

/**
 * How a node gets free addresses: from the subnet when the node could grow,
 * else by a change for the instance type.
 */
export function pressureRemedy(
  ctx: RuleContext,
  node: CiliumNodeFacts,
  pressure: NodePressure,
): RuleRemedy[] {
  const subnet = subnetOf(node);
  if (pressure.canGrow) {
    return [
      ...(subnet ? [describeSubnet(subnet)] : []),
      operatorLog(ctx, `Unable to maintain ip pool|${node.name}`),
    ];
  }
  const limits = ec2EniLimits(node.instanceType ?? '');
  const daemons = (ctx.index.podsByNode().get(node.name) ?? []).filter(
    pod => pod.hostNetwork,
  ).length;
  const safe =
    limits &&
    podsServed(
      nodeCapacity(toEniNode(node), limits, withoutPrefixes).addresses,
      daemons,
    );
  const room =
    safe === undefined
      ? 'to what the addresses carry'
      : `to ${safe}, what ${node.instanceType} can serve`;
  return [
    {
      text: 'See how many pods the kubelet admits',
      command: shellCommand`kubectl get node ${node.name} -o jsonpath='{.status.allocatable.pods}{"\\n"}'`,
    },
    {
      text: `Set kubelet.maxPods of the EC2NodeClass ${room}, or let the NodePool choose larger types. Karpenter then replaces the nodes of the class, as its budgets allow`,
    },
    ...prefixAdvice(ctx, node),
  ];
}
