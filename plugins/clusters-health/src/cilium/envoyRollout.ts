import { MINUTE } from '../engine/durations';
import { DraftFinding, notApplicable, pass, Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { crashEvidence, readLastRun, sayCrash } from '../model/crashFinding';
import { crashLoopOf } from '../model/crashLoop';
import { conditionOf, PodFacts, WorkloadFacts } from '../kinds';
import { ciliumExtra } from './ciliumWorkloads';
import { ciliumNamespace } from './ciliumContext';
import { podsTell } from './nodeState';
import { shellCommand } from '../engine/shellCommand';

const TOO_LONG = 5 * MINUTE;

/** D04: Envoy is missing on nodes, so L7 policies do not work there. */
export const envoyRollout: Rule = {
  code: 'cilium/D04',
  rule: 'cilium-envoy-not-ready',
  component: 'cilium',
  title: 'Cilium Envoy is not ready everywhere',
  means:
    'HTTP, DNS and other layer 7 policies, Ingress and Gateway API of Cilium do not work on these nodes. Plain traffic does.',
  detect:
    'DaemonSet cilium-envoy: numberReady below desiredNumberScheduled for more than 5 minutes, or a pod of it that crashes again and again, also between two crashes (as C2 has it).',
  remedyDoc: 'Look at its pods: images that cannot be pulled are most common.',
  since: 'Cilium 1.16 (a DaemonSet of its own by default)',
  source: 'facts/cilium.md 3.4 D04',
  needs: ['daemonsets'],
  uses: ['pods', 'nodes', 'events'],
  evaluate(ctx) {
    const envoy = ciliumExtra(ctx.snapshot, 'envoy');
    if (!envoy) return notApplicable('there is no DaemonSet cilium-envoy');
    const crashing = crashes(ctx, envoy);
    if (crashing.length > 0) return { findings: crashing };
    const missing = (envoy.desired ?? 0) - envoy.ready;
    if (missing <= 0) return pass();
    const late = lateSince(ctx);
    // Nodes that boot one after the other are no fault of Envoy's.
    if (ctx.ok('pods') && late === undefined) return pass();
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
    if (!loop) return [];
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

function fire(ctx: RuleContext, envoy: WorkloadFacts, late?: number) {
  const { ready, desired } = envoy;
  return {
    findings: [
      {
        severity: 'warning' as const,
        subject: subjectOf('DaemonSet', envoy),
        since: ctx.heldSince('envoy-missing', late),
        title: `Cilium Envoy is ready on ${ready} of ${desired} nodes`,
        evidence: [
          evidenceOf('DaemonSet', envoy, 'status.numberReady', ready),
          evidenceOf(
            'DaemonSet',
            envoy,
            'status.desiredNumberScheduled',
            desired,
          ),
        ],
        remedy: [
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
