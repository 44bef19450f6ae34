import { compareMinors } from '@clusterworks/plugin-clusters-spec';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { notApplicable } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { isAtLeast, minorOf } from '../../../model/versions';
import {
  crashEvidence,
  readLastRun,
  sayCrash,
} from '../../../rule/crashFinding';
import { crashLoopOf } from '../../../rule/crashLoopOf';
import type { CrashLoop } from '../../../model/crashLoop';
import type { PodFacts } from '../../../kinds';
import { karpenterLease } from '../../../model/karpenter/karpenterLease';
import { controllerCrashLoopDoc } from './controllerCrashLoopDoc';

/** C2: pods of the controller crash again and again, or run out of memory. */
export const controllerCrashLoop: Rule = {
  code: 'karpenter/C2',
  id: 'controller-crash-loop',
  component: 'karpenter',
  doc: controllerCrashLoopDoc,
  needs: ['pods'],
  uses: ['events', 'leases'],
  details: ['deployments'],
  evaluate(ctx) {
    const pods = ctx.index.karpenterPods();
    if (pods.length === 0) {
      return notApplicable('no pod of Karpenter was found');
    }
    const lease = karpenterLease(ctx);
    const findings = pods.flatMap(pod => {
      const loop = crashLoopOf(ctx, pod, lease);
      return loop ? [draft(pod, loop, ctx)] : [];
    });
    return { findings };
  },
};

function draft(pod: PodFacts, loop: CrashLoop, ctx: RuleContext): DraftFinding {
  const { terminated } = loop.container;
  return {
    severity: loop.rapid ? 'critical' : 'warning',
    subject: subjectOf('Pod', pod),
    since: ctx.heldSince(`crash-loop/${pod.name}`, terminated?.finishedAt),
    title: `Karpenter pod ${pod.name} ${sayCrash(loop)}`,
    evidence: crashEvidence(pod, loop),
    remedy: [
      readLastRun(pod, loop),
      { text: hint(terminated?.reason, loop, ctx) },
    ],
    touches: [touch.component('karpenter')],
    group: 'controller',
  };
}

function hint(
  reason: string | undefined,
  { lease }: CrashLoop,
  ctx: RuleContext,
): string {
  if (reason === 'OOMKilled') {
    return 'Raise controller.resources.limits.memory of the chart (1 GiB serves some hundred nodes)';
  }
  const version = ctx.index.karpenterVersion();
  const minor = minorOf(ctx.snapshot.serverVersion);
  if (
    (version === '1.1.0' || version === '1.1.1') &&
    minor &&
    compareMinors(minor, '1.31') > 0
  ) {
    return `Karpenter ${version} panics on Kubernetes ${minor}: take a newer one`;
  }
  if (lease) {
    return 'Its Lease changes hands as often: if the log ends with "leader election lost", raise the CPU request and limit of the controller, and see whether the API server throttles it (API priority and fairness)';
  }
  return isAtLeast(version, '1.4.0') === false
    ? 'Up to 1.3 a wrong interruption queue or missing SQS rights panic; check settings.interruptionQueue, IAM and the cluster endpoint'
    : 'Check IAM (Pod Identity or IRSA), the cluster name and endpoint, and DNS';
}
