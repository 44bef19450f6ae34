import { MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule, RuleResult } from '../../../rule/Rule';
import { pass, unknown } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import {
  rolloutTrouble,
  type RolloutTrouble,
} from '../../../rule/rolloutFinding';
import { touch } from '../../../rule/correlationKey';
import type { WorkloadFacts } from '../../../kinds';
import type { AgentPod } from '../../../model/cilium/unreadyAgents';
import { unreadyAgents } from '../../../model/cilium/unreadyAgents';
import { ciliumNamespace } from '../../../model/cilium/ciliumSettings';
import { podsTell } from '../../../model/cilium/nodeState';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { ciliumAgentsNotReadyDoc } from './ciliumAgentsNotReadyDoc';

const TOO_LONG = 5 * MINUTE;
/**
 * Default in the chart's updateStrategy: this many agents may be unavailable in
 * a rollout.
 */
const MAX_UNAVAILABLE = 2;

/**
 * D01: agents are missing for longer than a rollout or the boot of a node
 * takes.
 */
export const ciliumAgentsNotReady: Rule = {
  code: 'cilium/D01',
  id: 'cilium-agents-not-ready',
  component: 'cilium',
  doc: ciliumAgentsNotReadyDoc,
  needs: ['daemonsets'],
  uses: ['pods', 'nodes', 'events'],
  evaluate(ctx) {
    const agent = ctx.index.ciliumAgent();
    if (!agent) {
      return unknown('there is no Cilium agent DaemonSet');
    }
    if (agent.desired === undefined) {
      return unknown('the DaemonSet has no status yet');
    }
    return agent.desired === 0
      ? noneWanted(ctx, agent)
      : shortfall(ctx, agent, agent.desired);
  },
};

function noneWanted(ctx: RuleContext, agent: WorkloadFacts): RuleResult {
  if (!ctx.ok('nodes')) {
    return unknown('nodes are not known');
  }
  const nodes = ctx.items('nodes').length;
  if (nodes === 0) {
    return pass();
  }
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
  if (missing === 0) {
    return rollout(ctx, agent, desired);
  }
  const late = unreadyAgents(ctx).filter(
    ({ pod, since }) =>
      since !== undefined &&
      ctx.now - since >= TOO_LONG &&
      podsTell(ctx, pod.nodeName),
  );
  const own = late[0]?.since;
  const lasts = ctx.lasting('agents-missing', own, TOO_LONG);
  // While nodes boot one after the other, the number of missing agents stays
  // above zero although no single node is late.
  const isLate = late.length > 0 || (!ctx.ok('pods') && lasts === 'yes');
  const trouble = isLate ? undefined : rolloutTrouble(ctx, 'DaemonSet', agent);
  if (isLate || trouble?.certain) {
    const few = agent.ready * 2 < desired;
    return {
      findings: [
        draft(ctx, agent, few ? 'critical' : 'warning', late, trouble),
      ],
    };
  }
  const rolling = rollout(ctx, agent, desired);
  if (agent.ready === 0) {
    return { ...rolling, unknown: 'no agent is ready, not yet for 5 minutes' };
  }
  if (ctx.ok('pods') || lasts === 'notYet') {
    return rolling;
  }
  return { ...rolling, unknown: 'needs a second look' };
}

/** A rollout in progress is shown, but it is not a fault. */
function rollout(
  ctx: RuleContext,
  agent: WorkloadFacts,
  desired: number,
): RuleResult {
  const behind =
    agent.updated < desired ||
    (agent.observedGeneration ?? 0) < (agent.generation ?? 0);
  if (!behind || agent.unavailable > MAX_UNAVAILABLE) {
    return pass();
  }
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
  trouble?: RolloutTrouble,
): DraftFinding {
  const namespace = ciliumNamespace(ctx);
  const { desired = 0, ready } = agent;
  return {
    severity,
    subject: subjectOf('DaemonSet', agent),
    since: ctx.heldSince('agents-missing', late[0]?.since ?? trouble?.since),
    title: `Cilium's agent is ready on ${ready} of ${desired} nodes${
      trouble ? `: ${trouble.because}` : ''
    }`,
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
      ...(trouble?.evidence ?? []),
    ],
    remedy: trouble?.remedy ?? [
      {
        text: 'See which agents are not ready, and on which nodes',
        command: shellCommand`kubectl -n ${namespace} get pods -l k8s-app=cilium -o wide`,
      },
    ],
    touches: [
      ...late.flatMap(({ pod }) => pod.nodeName ?? []),
      ...(trouble ? nodesWithoutAgent(ctx) : []),
    ].map(touch.node),
  };
}

/** Nodes for which the API server has no agent pod, as it refuses them. */
function nodesWithoutAgent(ctx: RuleContext): string[] {
  const agents = ctx.index.ciliumAgentPods();
  return ctx
    .items('nodes')
    .map(({ name }) => name)
    .filter(
      name => !agents.has(name) && ctx.index.agentBelongsOn(name) !== 'no',
    );
}
