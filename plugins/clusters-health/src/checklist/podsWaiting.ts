import { MINUTE, sayDuration, SECOND } from '../engine/durations';
import { DraftFinding, Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { adviceFor, waitingCause } from '../karpenter/waitingCause';
import { unscheduledSince } from '../karpenter/waitingPods';
import { joiningClaims } from '../karpenter/claimStages';
import { poolOf, unschedulable } from '../engine/ClusterIndex';
import { PodFacts } from '../kinds';
import { shellCommand } from '../engine/shellCommand';

/** Pods that fit nowhere and have waited for long. */
export const podsWaiting: Rule = {
  code: 'clusterworks/pods-waiting',
  rule: 'pods-waiting',
  component: 'clusterworks',
  title: 'Pods wait for a node',
  means:
    'The scheduler finds no place for pods and Karpenter has not made one. The troubleshooting chapter "Karpenter not provisioning nodes" begins here.',
  detect:
    'Pods with PodScheduled False, reason Unschedulable, for more than 5 minutes (DaemonSet and mirror pods left out), grouped by what Karpenter last said of them. When events cannot be read, from 30 s on if no NodeClaim is on its way: nothing else would show it.',
  remedyDoc:
    'Follow the cause that is named. Without any Karpenter event: no NodePool is Ready (P1), or the controller is down (C1 to C3).',
  source: 'facts/karpenter.md 6.D, facts/karpenter-observed.md 16, 25 and 26',
  needs: ['pods'],
  uses: ['events', 'nodeclaims'],
  evaluate(ctx) {
    const groups = new Map<string, PodFacts[]>();
    let unsure = false;
    for (const pod of ctx.index.waitingPods()) {
      const since = ctx.heldSince(
        `waiting/${pod.uid ?? pod.name}`,
        unscheduledSince(pod),
      );
      if (since === undefined) unsure = true;
      else if (ctx.now - since > patience(ctx)) {
        const cause = waitingCause(ctx, pod);
        groups.set(cause, [...(groups.get(cause) ?? []), pod]);
      }
    }
    const findings = [...groups].map(([cause, pods]) =>
      draft(ctx, cause, pods),
    );
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};

function patience(ctx: RuleContext): number {
  const blind = !ctx.ok('events') && joiningClaims(ctx).length === 0;
  return blind ? 30 * SECOND : 5 * MINUTE;
}

function draft(
  ctx: RuleContext,
  cause: string,
  pods: readonly PodFacts[],
): DraftFinding {
  const times = pods.flatMap(pod => unscheduledSince(pod) ?? []);
  const since = times.length > 0 ? Math.min(...times) : undefined;
  const age = since === undefined ? '' : ` for ${sayDuration(ctx.now - since)}`;
  const [first] = pods;
  const joining = joiningClaims(ctx).flatMap(claim => poolOf(claim) ?? []);
  return {
    severity: 'warning',
    subject: subjectOf('Pod', first),
    since,
    title: `${pods.length} ${
      pods.length === 1 ? 'pod has' : 'pods have'
    } waited for a node${age}: ${cause}`,
    evidence: pods
      .slice(0, 5)
      .map(pod =>
        evidenceOf(
          'Pod',
          pod,
          'status.conditions[PodScheduled]',
          unschedulable(pod)?.message ?? 'Unschedulable',
        ),
      ),
    remedy: [
      {
        text:
          adviceFor(cause) ??
          'See what the scheduler and Karpenter say of the pod',
        command: shellCommand`kubectl -n ${first.namespace} describe pod ${first.name}`,
      },
    ],
    touches: [
      touch.waitingPods(),
      ...pods.map(pod => touch.pod(pod.namespace, pod.name)),
      ...joining.map(touch.pool),
    ],
    key: cause,
  };
}
