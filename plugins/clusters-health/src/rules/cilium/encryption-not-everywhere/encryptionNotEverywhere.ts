import { MINUTE } from '../../../model/durations';
import type { Rule } from '../../../rule/Rule';
import { notApplicable, pass, unknown } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { clusterSubject, evidenceOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import {
  ciliumNamespace,
  noConfig,
} from '../../../model/cilium/ciliumSettings';
import { conditionOf } from '../../../kinds';
import { restartAgents } from '../../../model/remedy/restartAgents';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { encryptionNotEverywhereDoc } from './encryptionNotEverywhereDoc';

const wireguardKey = 'network.cilium.io/wg-pub-key';
/** The agent writes its key when it starts. */
const STARTED = 5 * MINUTE;

/** D24: WireGuard is on, but not on all nodes. */
export const encryptionNotEverywhere: Rule = {
  code: 'cilium/D24',
  id: 'encryption-not-everywhere',
  component: 'cilium',
  doc: encryptionNotEverywhereDoc,
  needs: ['ciliumnodes', 'configmaps'],
  uses: ['nodes', 'pods'],
  details: ['daemonsets', 'deployments'],
  evaluate(ctx) {
    const config = ctx.index.ciliumConfig();
    if (!config) {
      return unknown(noConfig);
    }
    if (config['enable-wireguard'] !== 'true') {
      return notApplicable('WireGuard is not enabled');
    }
    return evaluateNodes(ctx);
  },
};

function evaluateNodes(ctx: RuleContext) {
  const all = ctx.items('ciliumnodes');
  const bare = all.filter(node => {
    const age = ctx.age(node.createdAt);
    return (
      !node.annotations[wireguardKey] &&
      (age === undefined || age >= STARTED) &&
      (!ctx.ok('nodes') || ctx.index.nodeByName().has(node.name)) &&
      !isAgentAway(ctx, node.name)
    );
  });
  if (bare.length === 0) {
    return pass();
  }
  return {
    findings: [
      {
        severity: 'warning' as const,
        subject: clusterSubject(ctx.cluster),
        since: ctx.heldSince('encryption-mixed'),
        title: `${bare.length} of ${all.length} nodes ${
          bare.length === 1 ? 'does not encrypt its' : 'do not encrypt their'
        } traffic although WireGuard is enabled`,
        evidence: [
          evidenceOf(
            'ConfigMap',
            { namespace: ciliumNamespace(ctx), name: 'cilium-config' },
            'data.enable-wireguard',
            'true',
          ),
          ...bare
            .slice(0, 5)
            .map(node =>
              evidenceOf(
                'CiliumNode',
                node,
                `metadata.annotations[${wireguardKey}]`,
                undefined,
              ),
            ),
        ],
        remedy: [
          {
            text: 'See what an agent says of its encryption, and whether UDP 51871 is open between the nodes',
            command: shellCommand`kubectl -n ${ciliumNamespace(
              ctx,
            )} exec ds/cilium -c cilium-agent -- cilium-dbg encrypt status`,
          },
          restartAgents(ctx, 'If the agents are older than the setting'),
        ],
        touches: bare.map(node => touch.node(node.name)),
      },
    ],
  };
}

/** An agent that does not run writes no key; D02 reports such an agent. */
function isAgentAway(ctx: RuleContext, node: string): boolean {
  const agent = ctx.index.ciliumAgentPods().get(node);
  return (
    ctx.ok('pods') && (!agent || conditionOf(agent, 'Ready')?.status !== 'True')
  );
}
