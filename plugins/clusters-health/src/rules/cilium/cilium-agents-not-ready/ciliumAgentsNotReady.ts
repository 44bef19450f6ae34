import { MINUTE } from '../../../model/durations';
import {
  DraftFinding,
  pass,
  Rule,
  RuleResult,
  unknown,
} from '../../../rule/Rule';
import { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { WorkloadFacts } from '../../../kinds';
import { AgentPod, unreadyAgents } from '../../../model/cilium/unreadyAgents';
import { ciliumNamespace } from '../../../model/cilium/ciliumSettings';
import { podsTell } from '../../../model/cilium/nodeState';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { ciliumAgentsNotReadyDoc } from './ciliumAgentsNotReadyDoc';

const TOO_LONG = 5 * MINUTE;
/** Default of the chart's updateStrategy: so many may be away in a rollout. */
const MAX_UNAVAILABLE = 2;

/** D01: agents are missing for longer than a rollout or a boot takes. */
export const ciliumAgentsNotReady: Rule = {
  code: 'cilium/D01',
  id: 'cilium-agents-not-ready',
  component: 'cilium',
  doc: ciliumAgentsNotReadyDoc,
  needs: ['daemonsets'],
  uses: ['pods', 'nodes'],
  evaluate(ctx) {
    const agent = ctx.index.ciliumAgent();
    if (!agent) return unknown('there is no Cilium agent DaemonSet');
    if (agent.desired === undefined) {
      return unknown('the DaemonSet has no status yet');
    }
    return agent.desired === 0
      ? noneWanted(ctx, agent)
      : shortfall(ctx, agent, agent.desired);
  },
};

function noneWanted(ctx: RuleContext, agent: WorkloadFacts): RuleResult {
  if (!ctx.ok('nodes')) return unknown('nodes are not known');
  const nodes = ctx.items('nodes').length;
  if (nodes === 0) return pass();
  return {
    findings: [
      {
        ...draft(ctx, agent, 'critical', []),
        title: `Cilium's agent is wanted on none of ${nodes} nodes`,
        since: ctx.heldSince('agents-none-wanted'),
      },
    ],
  };
}

function shortfall(
  ctx: RuleContext,
  agent: WorkloadFacts,
  desired: number,
): RuleResult {
  const missing = Math.max(0, desired - agent.ready);
  if (missing === 0) return rollout(ctx, agent, desired);
  const late = unreadyAgents(ctx).filter(
    ({ pod, since }) =>
      since !== undefined &&
      ctx.now - since >= TOO_LONG &&
      podsTell(ctx, pod.nodeName),
  );
  const own = late[0]?.since;
  const lasts = ctx.lasting('agents-missing', own, TOO_LONG);
  // Nodes that boot one after the other keep the sum above zero without one
  // of them being late.
  const isLate = late.length > 0 || (!ctx.ok('pods') && lasts === 'yes');
  if (isLate) {
    const few = agent.ready * 2 < desired;
    return {
      findings: [draft(ctx, agent, few ? 'critical' : 'warning', late)],
    };
  }
  const rolling = rollout(ctx, agent, desired);
  if (ctx.ok('pods') || lasts === 'notYet') return rolling;
  return { ...rolling, unknown: 'needs a second look' };
}

/** A rollout that goes on is worth knowing, and no fault. */
function rollout(
  ctx: RuleContext,
  agent: WorkloadFacts,
  desired: number,
): RuleResult {
  const behind =
    agent.updated < desired ||
    (agent.observedGeneration ?? 0) < (agent.generation ?? 0);
  if (!behind || agent.unavailable > MAX_UNAVAILABLE) return pass();
  if (ctx.lasting('agents-rollout', undefined, TOO_LONG) !== 'yes') {
    return pass();
  }
  return {
    findings: [
      {
        ...draft(ctx, agent, 'info', []),
        title: `Cilium's agent is being rolled out: ${agent.updated} of ${desired} nodes done`,
        since: ctx.heldSince('agents-rollout'),
      },
    ],
  };
}

function draft(
  ctx: RuleContext,
  agent: WorkloadFacts,
  severity: DraftFinding['severity'],
  late: readonly AgentPod[],
): DraftFinding {
  const namespace = ciliumNamespace(ctx);
  const { desired = 0, ready } = agent;
  return {
    severity,
    subject: subjectOf('DaemonSet', agent),
    since: ctx.heldSince('agents-missing', late[0]?.since),
    title: `Cilium's agent is ready on ${ready} of ${desired} nodes`,
    evidence: [
      evidenceOf('DaemonSet', agent, 'status.numberReady', ready),
      evidenceOf('DaemonSet', agent, 'status.desiredNumberScheduled', desired),
      evidenceOf(
        'DaemonSet',
        agent,
        'status.updatedNumberScheduled',
        agent.updated,
      ),
      ...late
        .slice(0, 5)
        .map(({ pod }) =>
          evidenceOf('Pod', pod, 'spec.nodeName', pod.nodeName),
        ),
    ],
    remedy: [
      {
        text: 'See which agents are not ready, and on which nodes',
        command: shellCommand`kubectl -n ${namespace} get pods -l k8s-app=cilium -o wide`,
      },
    ],
    touches: late.flatMap(({ pod }) =>
      pod.nodeName ? [touch.node(pod.nodeName)] : [],
    ),
  };
}
