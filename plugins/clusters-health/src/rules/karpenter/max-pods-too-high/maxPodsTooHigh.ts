import { podsServed } from '@clusterworks/plugin-clusters-spec';
import { ec2EniLimits } from '../../../model/addresses/ec2EniLimits';
import { eniModeOf } from '../../../model/addresses/eniModeOf';
import { nodeCapacity } from '../../../model/addresses/nodeCapacity';
import { toEniNode } from '../../../model/addresses/toEniNode';
import { DraftFinding, notApplicable, Rule, unknown } from '../../../rule/Rule';
import { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { NodeFacts, quantityToNumber } from '../../../kinds';
import { maxPodsTooHighDoc } from './maxPodsTooHighDoc';

/** Default nodes exceed by two or so: worth a note, no more. */
const MARGIN = 4;

interface Excess {
  node: NodeFacts;
  type: string;
  pods: number;
  room: number;
}

/** L12: the kubelet admits more pods than Cilium has addresses for. */
export const maxPodsTooHigh: Rule = {
  code: 'karpenter/L12',
  id: 'max-pods-too-high',
  component: 'karpenter',
  doc: maxPodsTooHighDoc,
  needs: ['nodes', 'ciliumnodes'],
  uses: ['pods', 'configmaps'],
  evaluate(ctx) {
    const ipam = ctx.index.ciliumConfig()?.ipam;
    if (ipam !== undefined && ipam !== 'eni') {
      return notApplicable(`IPAM mode is ${ipam}`);
    }
    const byType = new Map<string, Excess[]>();
    let foreign: string | undefined;
    for (const node of ctx.items('nodes')) {
      const excess = excessOf(ctx, node);
      if (typeof excess === 'string') foreign = excess;
      else if (excess) {
        byType.set(excess.type, [...(byType.get(excess.type) ?? []), excess]);
      }
    }
    const findings = [...byType.values()].map(draft);
    return foreign !== undefined && findings.length === 0
      ? unknown(`the interfaces of ${foreign} are not known`)
      : { findings };
  },
};

/** The excess of a node, or the name of an instance type that is not known. */
function excessOf(
  ctx: RuleContext,
  node: NodeFacts,
): Excess | string | undefined {
  const ciliumNode = ctx.index.ciliumNodeByName().get(node.name);
  const pods = quantityToNumber(node.allocatable.pods ?? '');
  const type = ciliumNode?.instanceType;
  if (!ciliumNode || !type || pods === undefined) return undefined;
  const limits = ec2EniLimits(type);
  if (!limits) return type;
  const { addresses } = nodeCapacity(
    toEniNode(ciliumNode),
    limits,
    eniModeOf(ctx.index.ciliumConfig()),
  );
  const hostNetwork = (ctx.index.podsByNode().get(node.name) ?? []).filter(
    pod => pod.hostNetwork,
  ).length;
  const room = podsServed(addresses, hostNetwork);
  return pods > room ? { node, type, pods, room } : undefined;
}

function draft(all: readonly Excess[]): DraftFinding {
  const worst = all.reduce((a, b) =>
    b.pods - b.room > a.pods - a.room ? b : a,
  );
  return {
    severity: worst.pods - worst.room > MARGIN ? 'warning' : 'info',
    subject: subjectOf('Node', worst.node),
    title: `${all.length} ${worst.type} ${
      all.length === 1 ? 'node admits' : 'nodes admit'
    } ${worst.pods} pods but can address ${worst.room}`,
    evidence: [
      evidenceOf('Node', worst.node, 'status.allocatable.pods', worst.pods),
      evidenceOf(
        'CiliumNode',
        worst.node,
        'spec.eni.instance-type',
        `${worst.type}: room for ${worst.room} pods`,
      ),
    ],
    remedy: [
      {
        text: `Set spec.kubelet.maxPods of the EC2NodeClass to ${worst.room}, or use prefix delegation`,
      },
    ],
    touches: all.map(({ node }) => touch.node(node.name)),
    key: worst.type,
  };
}
