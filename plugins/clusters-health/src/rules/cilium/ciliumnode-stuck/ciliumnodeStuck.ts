import { MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule, RuleResult } from '../../../rule/Rule';
import { notApplicable } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { CiliumNodeFacts } from '../../../kinds';
import {
  ciliumNamespace,
  isEniMode,
  notEniMode,
} from '../../../model/cilium/ciliumSettings';
import type { NodeNetwork } from '../../../model/cilium/nodeNetwork';
import {
  isRefused,
  nodeNetwork,
  subnetOf,
} from '../../../model/cilium/nodeNetwork';
import {
  describeSubnet,
  operatorLog,
  recreateCiliumNode,
  restartAgent,
  restartOperator,
} from '../../../model/remedy/ciliumNodeRemedies';
import { leaveZone } from '../../../model/remedy/leaveZone';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { ciliumnodeStuckDoc } from './ciliumnodeStuckDoc';

const STUCK_AFTER = 5 * MINUTE;

/** D07: a node does not get the addresses for which its agent waits. */
export const ciliumnodeStuck: Rule = {
  code: 'cilium/D07',
  id: 'ciliumnode-stuck',
  component: 'cilium',
  doc: ciliumnodeStuckDoc,
  needs: ['ciliumnodes', 'nodes'],
  uses: ['configmaps', 'leases'],
  details: ['daemonsets', 'deployments'],
  evaluate(ctx) {
    if (!isEniMode(ctx)) {
      return notApplicable(notEniMode(ctx));
    }
    return evaluateNodes(ctx);
  },
};

function evaluateNodes(ctx: RuleContext): RuleResult {
  const findings: DraftFinding[] = [];
  let unsure = false;
  for (const node of ctx.items('ciliumnodes')) {
    const owner = ctx.index.nodeByName().get(node.name);
    const network = nodeNetwork(node);
    const waits = network !== 'up' && network !== 'instanceGone';
    if (waits && owner && owner.deletedAt === undefined) {
      const since = ctx.heldSince(`ciliumnode/${node.name}`, node.createdAt);
      if (since === undefined) {
        unsure = true;
      } else if (ctx.now - since >= STUCK_AFTER) {
        findings.push(draft(ctx, node, network, since));
      }
    }
  }
  return unsure ? { findings, unknown: 'needs a second look' } : { findings };
}

function draft(
  ctx: RuleContext,
  node: CiliumNodeFacts,
  network: NodeNetwork,
  since: number,
): DraftFinding {
  const subnet = subnetOf(node);
  const refused = isRefused(network) && subnet !== undefined;
  return {
    severity: 'critical',
    subject: subjectOf('CiliumNode', node),
    since,
    title: titleOf(node, network, subnet),
    evidence: evidence(node),
    remedy: remedy(ctx, node, network, subnet),
    touches: [
      touch.node(node.name),
      ...(refused ? [touch.subnet(subnet)] : []),
      touch.waitingPods(),
    ],
    // One cause for all these nodes: one full subnet, or one operator that gets
    // no answer from EC2.
    group: refused ? `subnet/${subnet}` : network,
  };
}

function titleOf(
  node: CiliumNodeFacts,
  network: NodeNetwork,
  subnet: string | undefined,
): string {
  const where = [subnet, node.zone && `(${node.zone})`]
    .filter(Boolean)
    .join(' ');
  const place = where ? ` in ${where}` : '';
  switch (network) {
    case 'noAddresses':
      return `Node ${node.name} gets no addresses${place}: the subnet is full or the operator lacks the right`;
    case 'partialPool':
      return `Node ${node.name} gets only ${node.pool} addresses${place}, too few for its agent to start`;
    case 'noStatus':
      return `Node ${node.name} gets no addresses: the Cilium operator has not written to its CiliumNode`;
    default:
      return `Node ${node.name} has ${node.pool} addresses, but its agent does not start`;
  }
}

function evidence(node: CiliumNodeFacts): DraftFinding['evidence'] {
  const enis = Object.fromEntries(
    node.enis.map(eni => [eni.id, eni.addresses]),
  );
  return [
    evidenceOf(
      'CiliumNode',
      node,
      'status.eni.enis (addresses each)',
      node.hasStatus ? enis : undefined,
    ),
    evidenceOf('CiliumNode', node, 'spec.ipam.pool (addresses)', node.pool),
    evidenceOf(
      'CiliumNode',
      node,
      'spec.addresses[CiliumInternalIP]',
      node.ciliumInternalIp,
    ),
  ];
}

function remedy(
  ctx: RuleContext,
  node: CiliumNodeFacts,
  network: NodeNetwork,
  subnet: string | undefined,
): DraftFinding['remedy'] {
  if (isRefused(network)) {
    return [
      ...(subnet ? [describeSubnet(subnet)] : []),
      operatorLog(
        ctx,
        'Unable to maintain ip pool|InsufficientFree|Unauthorized',
      ),
      {
        text: `If the subnet is full: add a secondary CIDR with subnets for this zone. The node recovers by itself within minutes of the next retry. ${leaveZone}`,
      },
    ];
  }
  if (network === 'noStatus') {
    return [
      operatorLog(
        ctx,
        'Instance not found|Unable to synchronize|API is unstable',
      ),
      ...recreateCiliumNode(ctx, node),
      restartOperator(ctx),
    ];
  }
  const namespace = ciliumNamespace(ctx);
  return [
    {
      text: "Read what the node's agent waits for",
      command: shellCommand`kubectl -n ${namespace} logs -c cilium-agent --tail=100 $(kubectl -n ${namespace} get pods -l k8s-app=cilium --field-selector spec.nodeName=${node.name} -o name)`,
    },
    restartAgent(ctx, node.name),
  ];
}
