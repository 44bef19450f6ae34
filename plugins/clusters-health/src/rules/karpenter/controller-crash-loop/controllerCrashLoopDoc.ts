import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule controllerCrashLoop. */
export const controllerCrashLoopDoc: CataloguedDoc = {
  title: 'Karpenter controller crashes',
  means:
    'The controller does not stay up. Its own log says why; the reasons depend on the version.',
  foundBy:
    'A container of a pod of the controller waits with CrashLoopBackOff, ended OOMKilled in the last 30 minutes, or restarted three times within an hour (critical). Also between two crashes: three or more restarts, the last end not longer ago than ten minutes or twice the mean interval, and three or more BackOff events of kubelet in the last hour (critical), or five and more restarts at a mean interval of 4 hours at most, or a Lease that changes hands as often (warning).',
  whom: "Every pod of Karpenter's controller.",
  waits:
    "Not at all once kubelet says CrashLoopBackOff. Between two crashes the count of restarts, the last end and kubelet's events have to agree, since a single restart is no loop.",
  cannotSee: 'Why it crashes: only the log of the run that ended tells.',
  lookAlikes:
    'A single restart after a rollout, a node that rebooted, crashes of months ago.',
  todo: [
    'Read the log of the last run.',
    'OOMKilled: raise the memory limit.',
    '1.1.0 and 1.1.1 panic on Kubernetes 1.32 and newer: take a newer one.',
    'Up to 1.3 a wrong or missing interruption queue panics: correct its name or the rights.',
    '"Leader election lost": the controller was too slow to renew its Lease; give it CPU, and see whether the API server throttles it.',
    'Else look at IAM or STS, the cluster name or endpoint, and DNS (dnsPolicy Default when Karpenter nodes carry CoreDNS).',
  ],
  source: 'https://karpenter.sh/docs/troubleshooting/',
};
