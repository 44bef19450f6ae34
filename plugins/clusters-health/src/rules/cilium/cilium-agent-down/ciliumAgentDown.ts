import { MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule, RuleResult } from '../../../rule/Rule';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import {
  crashEvidence,
  readLastRun,
  sayCrash,
} from '../../../rule/crashFinding';
import { crashLoopOf } from '../../../rule/crashLoopOf';
import type { CrashLoop } from '../../../model/crashLoop';
import type { PodFacts } from '../../../kinds';
import { unreadyAgents } from '../../../model/cilium/unreadyAgents';
import { nodeNetwork } from '../../../model/cilium/nodeNetwork';
import { podsTell } from '../../../model/cilium/nodeState';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { ciliumAgentDownDoc } from './ciliumAgentDownDoc';

/** Longer than the startup probe of 1.16 (215 s). */
const START = 4 * MINUTE;
/** After this time, the rule for D07 reports agents that wait for addresses. */
const START_WITHOUT_ADDRESSES = 5 * MINUTE;

interface Trouble {
  symptom: string;
  text: string;
  since?: number;
}

/** D02: the agent of one node crashes, keeps restarting or does not start. */
export const ciliumAgentDown: Rule = {
  code: 'cilium/D02',
  id: 'cilium-agent-down',
  component: 'cilium',
  doc: ciliumAgentDownDoc,
  needs: ['pods'],
  uses: ['nodes', 'ciliumnodes', 'events'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const pod of ctx.index.ciliumAgentPods().values()) {
      if (pod.deletedAt === undefined && podsTell(ctx, pod.nodeName)) {
        const loop = crashLoopOf(ctx, pod);
        if (loop) {
          findings.push(crashDraft(ctx, pod, loop));
        }
      }
    }
    const crashing = new Set(findings.map(({ subject }) => subject.name));
    for (const { pod, since } of unreadyAgents(ctx)) {
      if (!crashing.has(pod.name) && podsTell(ctx, pod.nodeName)) {
        const late = isLate(ctx, pod, since);
        if (late === 'unknown') {
          unsure = true;
        } else if (late) {
          const text = 'is not ready';
          findings.push(draft(ctx, pod, { symptom: 'unready', text, since }));
        }
      }
    }
    return result(findings, unsure);
  },
};

function result(findings: DraftFinding[], unsure: boolean): RuleResult {
  return unsure ? { findings, unknown: 'needs a second look' } : { findings };
}

function isLate(
  ctx: RuleContext,
  pod: PodFacts,
  since: number | undefined,
): boolean | 'unknown' {
  const limit = hasNetwork(ctx, pod) ? START : START_WITHOUT_ADDRESSES;
  const lasts = ctx.lasting(`agent-unready/${pod.name}`, since, limit);
  return lasts === 'unknown' ? 'unknown' : lasts === 'yes';
}

function hasNetwork(ctx: RuleContext, pod: PodFacts): boolean {
  const node = ctx.index.ciliumNodeByName().get(pod.nodeName ?? '');
  return node === undefined || nodeNetwork(node) === 'up';
}

function crashDraft(
  ctx: RuleContext,
  pod: PodFacts,
  loop: CrashLoop,
): DraftFinding {
  const { container, rapid } = loop;
  const base = draft(ctx, pod, {
    symptom: `crash/${container.name}`,
    text: `${sayCrash(loop)} in container ${container.name}`,
    since: container.terminated?.finishedAt,
  });
  return {
    ...base,
    severity: rapid ? 'critical' : 'warning',
    evidence: crashEvidence(pod, loop),
    remedy: [readLastRun(pod, loop), ...hint(container.name), describe(pod)],
  };
}

/** What to do when an init container of the chart fails. */
function hint(container: string): RuleRemedy[] {
  return container === 'config'
    ? [
        {
          text: 'This container reads the configuration from the API server. Where it cannot reach it and kube-proxy does not run, k8sServiceHost and k8sServicePort are missing in the values of Cilium; else look at the security groups of node and API server',
        },
      ]
    : [];
}

function draft(
  ctx: RuleContext,
  pod: PodFacts,
  trouble: Trouble,
): DraftFinding {
  const node = pod.nodeName ?? '';
  return {
    severity: 'critical',
    subject: subjectOf('Pod', pod),
    since: ctx.heldSince(`agent-down/${pod.name}`, trouble.since),
    title: `Cilium's agent on node ${node} ${trouble.text}`,
    evidence: pod.containers
      .filter(container => !container.ready || container.restarts > 0)
      .slice(0, 3)
      .map(container =>
        evidenceOf(
          'Pod',
          pod,
          `status.containerStatuses[${container.name}]`,
          `ready ${container.ready}, restarts ${container.restarts}${
            container.waitingReason ? `, ${container.waitingReason}` : ''
          }`,
        ),
      ),
    remedy: [describe(pod), readLog(pod)],
    touches: [touch.node(node)],
    // Agents that fail in the same way have one cause. An agent that waits for
    // addresses has another cause, which D07 reports.
    group: hasNetwork(ctx, pod) ? trouble.symptom : undefined,
  };
}

function describe({ namespace, name }: PodFacts): RuleRemedy {
  return {
    text: 'See what keeps it from starting',
    command: shellCommand`kubectl -n ${namespace} describe pod ${name}`,
  };
}

function readLog({ namespace, name, containers }: PodFacts): RuleRemedy {
  const waits = containers.find(({ ready, init }) => !ready && !init);
  return {
    text: 'Read what it waits for',
    command: shellCommand`kubectl -n ${namespace} logs ${name} -c ${
      waits?.name ?? 'cilium-agent'
    } --tail=100`,
  };
}
