import { MINUTE } from '../engine/durations';
import { DraftFinding, Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { CiliumNodeFacts } from '../kinds';
import { lookAtAgent, operatorLog, restartAgent } from './stuckRemedies';

/** A healthy handshake takes a minute, and rounds take other addresses. */
const TOO_LONG = 10 * MINUTE;
/** Enough to see that something is stuck, and bounds what is remembered. */
const LOOKED_AT = 20;

/** D23: the handshake that gives addresses back does not end. */
export const releaseStuck: Rule = {
  code: 'cilium/D23',
  rule: 'address-release-stuck',
  component: 'cilium',
  title: 'Release of addresses is stuck',
  means:
    'Operator and agent do not agree on addresses that go back to EC2: they stay in the pool, but no pod gets them.',
  detect:
    'An address of spec.ipam.pool in status.ipam.release-ips with the same state for more than 10 minutes: marked-for-release (the agent does not answer), ready-for-release or released (the operator does not act). The objects carry no such time: a first look cannot tell. From 1.20 on this is not used.',
  remedyDoc:
    "Restart the node's agent; look at the operator when many are stuck.",
  source: 'facts/cilium.md 3.4 D23, facts/cilium-observed.md 4, cilium#39981',
  needs: ['ciliumnodes'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const node of ctx.items('ciliumnodes')) {
      const stuck = stuckAddresses(ctx, node);
      if (stuck === 'unknown') unsure = true;
      else if (stuck.length > 0) findings.push(draft(node, stuck));
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};

interface Stuck {
  ip: string;
  state: string;
  since: number;
}

function stuckAddresses(
  ctx: RuleContext,
  node: CiliumNodeFacts,
): Stuck[] | 'unknown' {
  const releasing = Object.entries(node.releaseIps)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, LOOKED_AT);
  const stuck: Stuck[] = [];
  let unsure = false;
  for (const [ip, state] of releasing) {
    const since = ctx.heldSince(`release/${node.name}/${ip}/${state}`);
    if (since === undefined) unsure = true;
    else if (ctx.now - since > TOO_LONG) stuck.push({ ip, state, since });
  }
  return unsure ? 'unknown' : stuck;
}

function draft(node: CiliumNodeFacts, stuck: Stuck[]): DraftFinding {
  const count = stuck.length === 1 ? '1 address' : `${stuck.length} addresses`;
  return {
    severity: 'warning',
    subject: subjectOf('CiliumNode', node),
    since: Math.min(...stuck.map(one => one.since)),
    title: `Node ${node.name} has ${count} stuck on the way back to EC2`,
    evidence: stuck
      .slice(0, 5)
      .map(({ ip, state }) =>
        evidenceOf('CiliumNode', node, `status.ipam.release-ips[${ip}]`, state),
      ),
    remedy: [
      lookAtAgent(node.name),
      operatorLog(node.name),
      restartAgent(node.name),
    ],
    touches: [touch.node(node.name)],
    group: 'release',
  };
}
