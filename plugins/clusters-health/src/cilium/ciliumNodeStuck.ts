import { MINUTE } from '../engine/durations';
import { DraftFinding, notApplicable, Rule, RuleResult } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { CiliumNodeFacts } from '../kinds';
import { isEniMode, notEniMode } from './ciliumContext';
import { isRefused, NodeNetwork, nodeNetwork, subnetOf } from './nodeNetwork';
import {
  describeSubnet,
  operatorLog,
  recreateCiliumNode,
  restartAgent,
  restartOperator,
} from './stuckRemedies';
import { shellCommand } from '../engine/shellCommand';

const STUCK_AFTER = 5 * MINUTE;

/** D07: a node does not get the addresses that its agent waits for. */
export const ciliumNodeStuck: Rule = {
  code: 'cilium/D07',
  rule: 'ciliumnode-stuck',
  component: 'cilium',
  title: 'Node gets no addresses',
  means:
    'The agent of the node waits for addresses, so it never becomes ready, the start-up taint stays, and no pod starts there. The objects show that, and never why: the subnet is full, the operator may not create interfaces, EC2 throttles, or the operator forgot the node.',
  detect:
    'CiliumNode of an existing Node, older than 5 minutes, without CiliumInternalIP or with an empty spec.ipam.pool. Interfaces without addresses: EC2 refused (subnet or IAM). No status at all: the operator does not get to it. A pool below pre-allocate: only the missing CiliumInternalIP shows it. Interfaces gone while the pool stays is D10.',
  remedyDoc:
    "Ask EC2 for the free addresses of the subnet and read the operator's log; give the subnet or the pool room. Where the cause is gone, delete the CiliumNode and restart that node's agent; many at once: restart the operator.",
  source: 'facts/cilium.md 3.4 D07, facts/cilium-observed.md 1, 2 and 7',
  needs: ['ciliumnodes', 'nodes'],
  uses: ['configmaps', 'leases'],
  evaluate(ctx) {
    if (!isEniMode(ctx)) return notApplicable(notEniMode(ctx));
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
      if (since === undefined) unsure = true;
      else if (ctx.now - since >= STUCK_AFTER) {
        findings.push(draft(node, network, since));
      }
    }
  }
  return unsure ? { findings, unknown: 'needs a second look' } : { findings };
}

function draft(
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
    remedy: remedy(node, network, subnet),
    touches: [
      touch.node(node.name),
      ...(refused ? [touch.subnet(subnet)] : []),
      touch.waitingPods(),
    ],
    // One subnet that is full, or one operator that EC2 does not answer.
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
  node: CiliumNodeFacts,
  network: NodeNetwork,
  subnet: string | undefined,
): DraftFinding['remedy'] {
  if (isRefused(network)) {
    return [
      ...(subnet ? [describeSubnet(subnet)] : []),
      operatorLog('Unable to maintain ip pool|InsufficientFree|Unauthorized'),
      {
        text: 'If the subnet is full: add a secondary CIDR with subnets for this zone, or take the zone out of the NodePool. The node recovers by itself within minutes of the next retry',
      },
    ];
  }
  if (network === 'noStatus') {
    return [
      operatorLog('Instance not found|Unable to synchronize|API is unstable'),
      ...recreateCiliumNode(node),
      restartOperator,
    ];
  }
  return [
    {
      text: "Read what the node's agent waits for",
      command: shellCommand`kubectl -n kube-system logs -c cilium-agent --tail=100 $(kubectl -n kube-system get pods -l k8s-app=cilium --field-selector spec.nodeName=${node.name} -o name)`,
    },
    restartAgent(node.name),
  ];
}
