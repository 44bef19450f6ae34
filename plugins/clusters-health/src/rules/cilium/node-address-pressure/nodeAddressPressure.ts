import { MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { notApplicable } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { touch } from '../../../rule/correlationKey';
import type { CiliumNodeFacts } from '../../../kinds';
import { isEniMode, notEniMode } from '../../../model/cilium/ciliumSettings';
import { failingSince } from '../../../model/cilium/sandboxFailures';
import { sayNoPrefixes } from '../../../model/cilium/prefixChance';
import { nodeNetwork, subnetOf } from '../../../model/cilium/nodeNetwork';
import type { NodePressure } from '../../../model/cilium/nodePressure';
import { nodePressure } from '../../../model/cilium/nodePressure';
import { pressureEvidence, pressureRemedy } from './nodeAddressPressureText';
import { nodeAddressPressureDoc } from './nodeAddressPressureDoc';

/** Pods that start together use up the reserve for some seconds. */
const BURST = MINUTE;
const SHORT = 2 * MINUTE;
const NEAR = 0.9;

type Verdict = Pick<DraftFinding, 'severity' | 'title' | 'since'>;

/** D12: a node runs out of addresses, or may soon. */
export const nodeAddressPressure: Rule = {
  code: 'cilium/D12',
  id: 'node-address-pressure',
  component: 'cilium',
  doc: nodeAddressPressureDoc,
  needs: ['ciliumnodes'],
  uses: ['configmaps', 'nodes', 'pods', 'events'],
  details: ['daemonsets', 'deployments'],
  evaluate(ctx) {
    if (!isEniMode(ctx)) {
      return notApplicable(notEniMode(ctx));
    }
    const findings: DraftFinding[] = [];
    let unsure: string | undefined;
    for (const node of ctx.items('ciliumnodes')) {
      if (nodeNetwork(node) === 'up') {
        const pressure = nodePressure(ctx, node);
        const verdict = judge(ctx, node, pressure);
        if (!pressure.useReported) {
          unsure = `node ${node.name} does not say how many addresses it uses`;
        } else if (verdict === 'unknown') {
          unsure = 'needs a second look';
        } else if (verdict) {
          findings.push(draft(ctx, node, pressure, verdict));
        }
      }
    }
    return { findings, unknown: unsure };
  },
};

function judge(
  ctx: RuleContext,
  node: CiliumNodeFacts,
  pressure: NodePressure,
): Verdict | 'unknown' | undefined {
  const { used, available, canGrow, capacity, needed } = pressure;
  const { name } = node;
  if (used === 0) {
    return undefined;
  }
  // Pods without an address prove that the node has none left, and show since
  // when.
  const failing = failingSince(ctx, name, ['noAddress']);
  if (available <= 0 && (failing !== undefined || !pressure.cannotRunOut())) {
    return noneFree(ctx, node, pressure, failing);
  }
  if (canGrow && needed > 0 && available > 0) {
    const lasts = ctx.lasting(`addresses-short/${name}`, undefined, SHORT);
    if (lasts === 'unknown') {
      return 'unknown';
    }
    if (lasts === 'yes') {
      return {
        severity: 'warning',
        since: ctx.heldSince(`addresses-short/${name}`),
        title: `Node ${name} does not get the ${needed} more addresses that it asks for; ${available} are left`,
      };
    }
  }
  const near = capacity !== undefined && used >= NEAR * capacity;
  if (near && !pressure.cannotRunOut()) {
    return {
      severity: 'warning',
      since: ctx.heldSince(`addresses-near/${name}`),
      title: `Node ${name} uses ${used} of the ${capacity} addresses that its instance type can have${sayNoPrefixes(
        ctx,
        node,
      )}`,
    };
  }
  if (pressure.atCapacity) {
    return {
      severity: 'info',
      title: `Node ${name} has all ${capacity} addresses that its instance type can have`,
    };
  }
  return undefined;
}

function noneFree(
  ctx: RuleContext,
  node: CiliumNodeFacts,
  { available, used, canGrow }: NodePressure,
  failing: number | undefined,
): Verdict | undefined {
  const { name } = node;
  const key = `addresses-none/${name}`;
  const waiting =
    available < 0
      ? `, ${-available} ${available === -1 ? 'pod waits' : 'pods wait'}`
      : '';
  const title = `Node ${name} has no free address: all ${
    used + Math.min(0, available)
  } are in use${waiting}${canGrow ? '' : sayNoPrefixes(ctx, node)}`;
  const since = ctx.heldSince(key, failing);
  if (!canGrow) {
    return { severity: 'critical', since, title };
  }
  const lasts = ctx.lasting(key, failing, BURST);
  if (lasts === 'notYet') {
    return undefined;
  }
  // A first look cannot distinguish a burst of pods from a node that gets no
  // addresses.
  return { severity: lasts === 'yes' ? 'critical' : 'warning', since, title };
}

function draft(
  ctx: RuleContext,
  node: CiliumNodeFacts,
  pressure: NodePressure,
  verdict: Verdict,
): DraftFinding {
  const subnet = subnetOf(node);
  const fromSubnet = pressure.canGrow && subnet !== undefined;
  return {
    ...verdict,
    subject: {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumNode',
      name: node.name,
    },
    evidence: pressureEvidence(node, pressure),
    remedy: pressureRemedy(ctx, node, pressure),
    touches: [
      touch.node(node.name),
      ...(fromSubnet ? [touch.subnet(subnet)] : []),
      ...(pressure.canGrow ? [] : [touch.addressesOf(node.name)]),
    ],
    // One cause for all these nodes: one full subnet, or one maxPods that is
    // too high for the type.
    group: fromSubnet ? `subnet/${subnet}` : `type/${node.instanceType}`,
  };
}
