import { MINUTE } from '../engine/durations';
import { DraftFinding, notApplicable, Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { compareMinors, isAtLeast, minorOf } from '../engine/versions';
import { ContainerStatusFacts, PodFacts } from '../kinds';

/** C2: pods of the controller crash again and again, or run out of memory. */
export const crashLoop: Rule = {
  code: 'karpenter/C2',
  rule: 'controller-crash-loop',
  component: 'karpenter',
  title: 'Karpenter controller crashes',
  means:
    'The controller does not stay up. Its own log says why; the reasons depend on the version.',
  detect:
    'A pod of the controller has a container waiting with CrashLoopBackOff, or one whose last end, in the last 30 minutes, was OOMKilled.',
  remedyDoc:
    'OOMKilled: raise the memory limit. 1.1.0 and 1.1.1 panic on Kubernetes 1.32 and newer. Up to 1.3 a wrong or missing interruption queue panics. Else IAM or STS, the cluster name or endpoint, or DNS (dnsPolicy Default when Karpenter nodes carry CoreDNS).',
  source: 'facts/karpenter.md 0, 4 and 6.A',
  needs: ['pods'],
  details: ['deployments'],
  evaluate(ctx) {
    const pods = ctx.index.karpenterPods();
    if (pods.length === 0)
      return notApplicable('no pod of Karpenter was found');
    const findings = pods.flatMap(pod => {
      const broken = pod.containers.find(one => crashes(one, ctx));
      return broken ? [draft(pod, broken, ctx)] : [];
    });
    return { findings };
  },
};

function crashes(container: ContainerStatusFacts, ctx: RuleContext): boolean {
  if (container.waitingReason === 'CrashLoopBackOff') return true;
  const age = ctx.age(container.terminated?.finishedAt);
  return (
    container.terminated?.reason === 'OOMKilled' &&
    (age === undefined || age <= 30 * MINUTE)
  );
}

function draft(
  pod: PodFacts,
  container: ContainerStatusFacts,
  ctx: RuleContext,
): DraftFinding {
  const { reason = 'unknown reason', exitCode } = container.terminated ?? {};
  const key = `crash-loop/${pod.name}`;
  return {
    severity: 'critical',
    subject: subjectOf('Pod', pod),
    since: ctx.heldSince(key, container.terminated?.finishedAt),
    title: `Karpenter pod ${pod.name} ${
      reason === 'OOMKilled' ? 'runs out of memory' : 'crashes again and again'
    } (${container.restarts} restarts)`,
    evidence: [
      evidenceOf(
        'Pod',
        pod,
        `status.containerStatuses[${container.name}].lastState.terminated`,
        `${reason}, exit code ${exitCode ?? 'unknown'}`,
      ),
    ],
    remedy: [
      { text: hint(reason, ctx) },
      {
        text: 'Read why it ended',
        command: `kubectl -n ${pod.namespace} logs ${pod.name} --previous --tail=50`,
      },
    ],
    touches: [touch.component('karpenter')],
    group: 'controller',
  };
}

function hint(reason: string, ctx: RuleContext): string {
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
  return isAtLeast(version, '1.4.0') === false
    ? 'Up to 1.3 a wrong interruption queue or missing SQS rights panic; check settings.interruptionQueue, IAM and the cluster endpoint'
    : 'Check IAM (Pod Identity or IRSA), the cluster name and endpoint, and DNS';
}
