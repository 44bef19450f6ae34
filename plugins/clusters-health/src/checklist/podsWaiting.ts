import { MINUTE, sayDuration, SECOND } from '../engine/durations';
import { DraftFinding, Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { eventsOfPod } from '../karpenter/events';
import { unscheduledSince } from '../karpenter/waitingPods';
import { joiningClaims } from '../karpenter/claimStages';
import { poolOf, unschedulable } from '../engine/ClusterIndex';
import { PodFacts } from '../snapshot';

/** Why pods wait, by what Karpenter last said of them; the first that fits. */
const causes: readonly { match: RegExp; says: string; text: string }[] = [
  {
    match: /exceed limits|node limits have been/,
    says: 'every NodePool is at its limit',
    text: 'Raise limits of a NodePool',
  },
  {
    match: /failed to launch|InsufficientCapacity|required offering/,
    says: 'EC2 has no capacity',
    text: 'Allow more instance types or zones',
  },
  {
    match: /did not tolerate/,
    says: 'they tolerate no NodePool',
    text: 'Add the toleration for the taint of the pool that is meant',
  },
  {
    match: /incompatible requirements|does not have known values/,
    says: 'they select a label that no NodePool gives',
    text: 'Correct nodeSelector or affinity, or the labels of the pool',
  },
  {
    match: /topology/,
    says: 'their spread constraints cannot be met',
    text: 'Relax topologySpreadConstraints or add zones',
  },
  {
    match: /minValues/,
    says: 'minValues of a NodePool cannot be met',
    text: 'Lower minValues of the pool',
  },
  {
    match: /filtered out all|no instance type/,
    says: 'no instance type is large enough or available',
    text: 'Lower the requests or allow larger instance types',
  },
  {
    match: /volume|pvc|storage ?class/i,
    says: 'their volumes cannot be placed',
    text: 'Look at the volume claims of the pod',
  },
];
const young = 'a node for them is on its way';

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
        const cause = causeOf(ctx, pod);
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

function causeOf(ctx: RuleContext, pod: PodFacts): string {
  if (!ctx.ok('events'))
    return 'events cannot be read, so the reason is not known';
  const [newest] = eventsOfPod(ctx, pod, 10 * MINUTE);
  if (!newest) return 'Karpenter says nothing of them';
  const claim = /nodeclaim\/([a-z0-9.-]+)/.exec(newest.message)?.[1];
  if (claim && ctx.index.claimByName().has(claim)) return young;
  return (
    causes.find(({ match }) => match.test(newest.message))?.says ??
    newest.message.slice(0, 120)
  );
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
          causes.find(({ says }) => says === cause)?.text ??
          'See what the scheduler and Karpenter say of the pod',
        command: `kubectl -n ${first.namespace} describe pod ${first.name}`,
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
