import { DraftFinding, notApplicable, Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { compareMinors, isAtLeast, minorOf } from '../engine/versions';
import { crashEvidence, readLastRun, sayCrash } from '../model/crashFinding';
import { CrashLoop, crashLoopOf } from '../model/crashLoop';
import { PodFacts } from '../kinds';
import { karpenterLease } from './karpenterLease';

/** C2: pods of the controller crash again and again, or run out of memory. */
export const crashLoop: Rule = {
  code: 'karpenter/C2',
  rule: 'controller-crash-loop',
  component: 'karpenter',
  title: 'Karpenter controller crashes',
  means:
    'The controller does not stay up. Its own log says why; the reasons depend on the version.',
  detect:
    'A container of a pod of the controller waits with CrashLoopBackOff, ended OOMKilled in the last 30 minutes, or restarted three times within an hour (critical). Also between two crashes: three or more restarts, the last end not longer ago than ten minutes or twice the mean interval, and three or more BackOff events of kubelet in the last hour (critical), or five and more restarts at a mean interval of 4 hours at most, or a Lease that changes hands as often (warning).',
  remedyDoc:
    'OOMKilled: raise the memory limit. 1.1.0 and 1.1.1 panic on Kubernetes 1.32 and newer. Up to 1.3 a wrong or missing interruption queue panics. "Leader election lost": the controller was too slow to renew its Lease, for want of CPU or because the API server throttles it. Else IAM or STS, the cluster name or endpoint, or DNS (dnsPolicy Default when Karpenter nodes carry CoreDNS).',
  source: 'facts/karpenter.md 0, 4 and 6.A',
  needs: ['pods'],
  uses: ['events', 'leases'],
  details: ['deployments'],
  evaluate(ctx) {
    const pods = ctx.index.karpenterPods();
    if (pods.length === 0)
      return notApplicable('no pod of Karpenter was found');
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
