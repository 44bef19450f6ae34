import { MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { CiliumNodeFacts } from '../../../kinds';
import {
  lookAtAgent,
  operatorLog,
  restartAgent,
} from '../../../model/remedy/ciliumNodeRemedies';
import { addressReleaseStuckDoc } from './addressReleaseStuckDoc';

/**
 * A healthy handshake takes one minute, and each new round concerns other
 * addresses.
 */
const TOO_LONG = 10 * MINUTE;
/**
 * This many addresses suffice to show that something is stuck, and limit the
 * size of the memory.
 */
const LOOKED_AT = 20;

/** D23: the handshake that releases addresses does not end. */
export const addressReleaseStuck: Rule = {
  code: 'cilium/D23',
  id: 'address-release-stuck',
  component: 'cilium',
  doc: addressReleaseStuckDoc,
  needs: ['ciliumnodes'],
  details: ['daemonsets', 'deployments'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const node of ctx.items('ciliumnodes')) {
      const stuck = stuckAddresses(ctx, node);
      if (stuck === 'unknown') {
        unsure = true;
      } else if (stuck.length > 0) {
        findings.push(draft(ctx, node, stuck));
      }
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
    if (since === undefined) {
      unsure = true;
    } else if (ctx.now - since > TOO_LONG) {
      stuck.push({ ip, state, since });
    }
  }
  return unsure ? 'unknown' : stuck;
}

function draft(
  ctx: RuleContext,
  node: CiliumNodeFacts,
  stuck: Stuck[],
): DraftFinding {
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
      lookAtAgent(ctx, node.name),
      operatorLog(ctx, node.name),
      restartAgent(ctx, node.name),
    ],
    touches: [touch.node(node.name)],
    group: 'release',
  };
}
