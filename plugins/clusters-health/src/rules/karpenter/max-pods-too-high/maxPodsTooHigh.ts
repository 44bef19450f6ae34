import { podsServed } from '@clusterworks/plugin-clusters-spec';
import { ec2EniLimits } from '../../../model/addresses/ec2EniLimits';
import { eniModeOf } from '../../../model/addresses/eniModeOf';
import { nodeCapacity } from '../../../model/addresses/nodeCapacity';
import { toEniNode } from '../../../model/addresses/toEniNode';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { notApplicable, pass, unknown } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { NodeFacts } from '../../../kinds';
import { quantityToNumber } from '../../../kinds';
import {
  prefixAdvice,
  sayNoPrefixes,
} from '../../../model/cilium/prefixChance';
import { maxPodsTooHighDoc } from './maxPodsTooHighDoc';
import { addTo } from '../../../model/addTo';

/**
 * With default settings, nodes exceed their addresses by about two pods; a
 * small excess is only `info`.
 */
const MARGIN = 4;
/** Number of instance types that a finding lists. */
const SHOWN = 5;

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
      if (typeof excess === 'string') {
        foreign = excess;
      } else if (excess) {
        addTo(byType, excess.type, excess);
      }
    }
    if (byType.size > 0) {
      return { findings: [draft(ctx, [...byType.values()])] };
    }
    return foreign === undefined
      ? pass()
      : unknown(`the interfaces of ${foreign} are not known`);
  },
};

/**
 * By how much maxPods of a node is too high; the name of the instance type when
 * its limits are not known.
 */
function excessOf(
  ctx: RuleContext,
  node: NodeFacts,
): Excess | string | undefined {
  const ciliumNode = ctx.index.ciliumNodeByName().get(node.name);
  const pods = quantityToNumber(node.allocatable.pods ?? '');
  const type = ciliumNode?.instanceType;
  if (!ciliumNode || !type || pods === undefined) {
    return undefined;
  }
  const limits = ec2EniLimits(type);
  if (!limits) {
    return type;
  }
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

/**
 * One finding for all types: the worst node of each type, sorted with the
 * largest excess first.
 */
function draft(
  ctx: RuleContext,
  byType: readonly (readonly Excess[])[],
): DraftFinding {
  const types = byType
    .map(all => ({ count: all.length, ...worstOf(all) }))
    .sort((a, b) => surplus(b) - surplus(a));
  const [worst, ...others] = types;
  const ciliumNode = ctx.index.ciliumNodeByName().get(worst.node.name);
  const nodes = byType.flat().map(({ node }) => node);
  const more = others
    .slice(0, SHOWN)
    .map(
      ({ count, type, pods, room }) => `${count} ${type} ${pods} for ${room}`,
    );
  return {
    severity: surplus(worst) > MARGIN ? 'warning' : 'info',
    subject: subjectOf('Node', worst.node),
    subjects: nodes.map(node => subjectOf('Node', node)),
    title: `${worst.count} ${worst.type} ${
      worst.count === 1 ? 'node admits' : 'nodes admit'
    } ${worst.pods} pods but can address ${worst.room}${
      ciliumNode ? sayNoPrefixes(ctx, ciliumNode) : ''
    }${more.length > 0 ? `; also ${more.join(', ')}` : ''}`,
    evidence: types
      .slice(0, SHOWN)
      .flatMap(({ node, type, pods, room }) => [
        evidenceOf('Node', node, 'status.allocatable.pods', pods),
        evidenceOf(
          'CiliumNode',
          node,
          'spec.eni.instance-type',
          `${type}: room for ${room} pods`,
        ),
      ]),
    remedy: [
      {
        text: `${sayMaxPods(
          types,
        )}. Karpenter then replaces the nodes of the class, as its budgets allow`,
      },
      ...(ciliumNode ? prefixAdvice(ctx, ciliumNode) : []),
    ],
    touches: nodes.map(node => touch.addressesOf(node.name)),
  };
}

/**
 * Each type gets its own number: one number for all types would be too low for
 * the large types.
 */
function sayMaxPods(types: readonly Excess[]): string {
  const [{ room }, ...others] = types;
  if (others.length === 0) {
    return `Set spec.kubelet.maxPods of the EC2NodeClass to ${room}`;
  }
  const each = types.slice(0, SHOWN).map(one => `${one.type} ${one.room}`);
  return `Set spec.kubelet.maxPods of the EC2NodeClass to what its types can address (${each.join(
    ', ',
  )}); types that differ much need pools and classes of their own`;
}

function worstOf(all: readonly Excess[]): Excess {
  return all.reduce((a, b) => (surplus(b) > surplus(a) ? b : a));
}

function surplus({ pods, room }: Excess): number {
  return pods - room;
}
