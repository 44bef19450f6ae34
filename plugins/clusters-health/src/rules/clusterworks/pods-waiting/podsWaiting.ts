import { MINUTE, sayDuration, SECOND } from '../../../model/durations';
import { DraftFinding, Rule } from '../../../rule/Rule';
import { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { adviceFor, waitingCause } from '../../../model/karpenter/waitingCause';
import { unscheduledSince } from '../../../model/karpenter/unscheduledSince';
import { joiningClaims } from '../../../model/joiningClaims';
import { poolOf, unschedulable } from '../../../model/ClusterIndex';
import { PodFacts } from '../../../kinds';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { podsWaitingDoc } from './podsWaitingDoc';

/** Pods that fit nowhere and have waited for long. */
export const podsWaiting: Rule = {
  code: 'clusterworks/pods-waiting',
  id: 'pods-waiting',
  component: 'clusterworks',
  doc: podsWaitingDoc,
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
