import { MINUTE } from '../engine/durations';
import { notApplicable, pass, Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { conditionOf, PodFacts, WorkloadFacts } from '../kinds';
import { ciliumExtra } from './ciliumWorkloads';
import { ciliumNamespace } from './ciliumContext';
import { podsTell } from './nodeState';

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
    'DaemonSet cilium-envoy: numberReady below desiredNumberScheduled for more than 5 minutes.',
  remedyDoc: 'Look at its pods: images that cannot be pulled are most common.',
  since: 'Cilium 1.16 (a DaemonSet of its own by default)',
  source: 'facts/cilium.md 3.4 D04',
  needs: ['daemonsets'],
  uses: ['pods', 'nodes'],
  evaluate(ctx) {
    const envoy = ciliumExtra(ctx.snapshot, 'envoy');
    if (!envoy) return notApplicable('there is no DaemonSet cilium-envoy');
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
            command: `kubectl -n ${ciliumNamespace(
              ctx,
            )} get pods -l k8s-app=cilium-envoy -o wide`,
          },
        ],
      },
    ],
  };
}
