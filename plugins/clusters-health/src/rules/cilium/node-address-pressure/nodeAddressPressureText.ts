import { Evidence } from '@clusterworks/plugin-clusters-common';
import { podsServed } from '@clusterworks/plugin-clusters-spec';
import {
  ec2EniLimits,
  nodeCapacity,
  toEniNode,
} from '../../../model/addresses';
import { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf } from '../../../rule/subjects';
import { CiliumNodeFacts } from '../../../kinds';
import { subnetOf } from '../../../model/cilium/nodeNetwork';
import { NodePressure } from '../../../model/cilium/nodePressure';
import {
  describeSubnet,
  operatorLog,
} from '../../../model/remedy/ciliumNodeRemedies';
import { shellCommand } from '../../../model/remedy/shellCommand';

/** The numbers behind the pressure of a node. */
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

/** The kubelet's maximum has to do for a node that gets no prefixes. */
const withoutPrefixes = { prefixDelegation: false, subnetFilter: false };

/** What gives a node room: the subnet's where it could grow, else the type's. */
export function pressureRemedy(
  ctx: RuleContext,
  node: CiliumNodeFacts,
  pressure: NodePressure,
): RuleRemedy[] {
  const subnet = subnetOf(node);
  if (pressure.canGrow) {
    return [
      ...(subnet ? [describeSubnet(subnet)] : []),
      operatorLog(`Unable to maintain ip pool|${node.name}`),
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
  return [
    {
      text: `Set kubelet.maxPods of the EC2NodeClass${
        safe === undefined
          ? ' to what the addresses carry'
          : ` to ${safe}, what ${node.instanceType} can serve`
      }, choose larger types, or turn prefix delegation on`,
      command: shellCommand`kubectl get node ${node.name} -o jsonpath='{.status.allocatable.pods}{"\\n"}'`,
    },
  ];
}
