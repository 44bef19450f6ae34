import { MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { notApplicable, pass, unknown } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import {
  rolloutTrouble,
  type RolloutTrouble,
} from '../../../rule/rolloutFinding';
import { touch } from '../../../rule/correlationKey';
import {
  crashEvidence,
  readLastRun,
  sayCrash,
} from '../../../rule/crashFinding';
import { crashLoopOf } from '../../../rule/crashLoopOf';
import type { PodFacts, WorkloadFacts } from '../../../kinds';
import { conditionOf } from '../../../kinds';
import { ciliumExtra } from '../../../model/cilium/ciliumWorkloads';
import { ciliumNamespace } from '../../../model/cilium/ciliumSettings';
import { podsTell } from '../../../model/cilium/nodeState';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { ciliumEnvoyNotReadyDoc } from './ciliumEnvoyNotReadyDoc';

const TOO_LONG = 5 * MINUTE;

/** D04: Envoy is missing on nodes, so L7 policies do not work there. */
export const ciliumEnvoyNotReady: Rule = {
  code: 'cilium/D04',
  id: 'cilium-envoy-not-ready',
  component: 'cilium',
  doc: ciliumEnvoyNotReadyDoc,
  needs: ['daemonsets'],
  uses: ['pods', 'nodes', 'events'],
  evaluate(ctx) {
    const envoy = ciliumExtra(ctx.snapshot, 'envoy');
    if (!envoy) {
      return notApplicable('there is no DaemonSet cilium-envoy');
    }
    const crashing = crashes(ctx, envoy);
    if (crashing.length > 0) {
      return { findings: crashing };
    }
    const missing = (envoy.desired ?? 0) - envoy.ready;
    if (missing <= 0) {
      return pass();
    }
    const trouble = rolloutTrouble(ctx, 'DaemonSet', envoy);
    if (trouble?.certain) {
      return fire(ctx, envoy, trouble.since, trouble);
    }
    const late = lateSince(ctx);
    // Nodes that boot one after the other are not a fault of Envoy.
    if (ctx.ok('pods') && late === undefined) {
      return envoy.ready === 0
        ? unknown('no Envoy is ready, not yet for 5 minutes')
        : pass();
    }
    const lasts = ctx.lasting('envoy-missing', late, TOO_LONG);
    if (lasts === 'unknown') {
      return { findings: [], unknown: 'needs a second look' };
    }
    return lasts === 'yes' ? fire(ctx, envoy, late) : pass();
  },
};

function crashes(ctx: RuleContext, envoy: WorkloadFacts): DraftFinding[] {
  const pods = ctx
    .items('pods')
    .filter(pod => isEnvoy(pod) && podsTell(ctx, pod.nodeName));
  return pods.flatMap(pod => {
    const loop = crashLoopOf(ctx, pod);
    if (!loop) {
      return [];
    }
    return [
      {
        severity: 'warning' as const,
        subject: subjectOf('DaemonSet', envoy),
        key: `crash/${pod.name}`,
        since: ctx.heldSince(
          `envoy-crash/${pod.name}`,
          loop.container.terminated?.finishedAt,
        ),
        title: `Cilium Envoy on node ${pod.nodeName} ${sayCrash(loop)}`,
        evidence: crashEvidence(pod, loop),
        remedy: [readLastRun(pod, loop)],
        touches: [touch.node(pod.nodeName ?? '')],
        group: `crash/${loop.container.terminated?.exitCode}`,
      },
    ];
  });
}

function lateSince(ctx: RuleContext): number | undefined {
  return ctx
    .items('pods')
    .filter(isEnvoy)
    .filter(pod => podsTell(ctx, pod.nodeName))
    .flatMap(pod => {
      const ready = conditionOf(pod, 'Ready');
      return ready?.status === 'True'
        ? []
        : ready?.since ?? pod.createdAt ?? [];
    })
    .filter(since => ctx.now - since >= TOO_LONG)
    .sort((a, b) => a - b)[0];
}

function isEnvoy(pod: PodFacts): boolean {
  return (
    pod.labels['k8s-app'] === 'cilium-envoy' && pod.deletedAt === undefined
  );
}

function fire(
  ctx: RuleContext,
  envoy: WorkloadFacts,
  late?: number,
  trouble?: RolloutTrouble,
) {
  const { ready, desired } = envoy;
  return {
    findings: [
      {
        severity: 'warning' as const,
        subject: subjectOf('DaemonSet', envoy),
        since: ctx.heldSince('envoy-missing', late),
        title: `Cilium Envoy is ready on ${ready} of ${desired} nodes${
          trouble ? `: ${trouble.because}` : ''
        }`,
        evidence: [
          evidenceOf('DaemonSet', envoy, 'status.numberReady', ready),
          evidenceOf(
            'DaemonSet',
            envoy,
            'status.desiredNumberScheduled',
            desired,
          ),
          ...(trouble?.evidence ?? []),
        ],
        remedy: trouble?.remedy ?? [
          {
            text: 'See which pods are not ready, and why',
            command: shellCommand`kubectl -n ${ciliumNamespace(
              ctx,
            )} get pods -l k8s-app=cilium-envoy -o wide`,
          },
        ],
      },
    ],
  };
}
