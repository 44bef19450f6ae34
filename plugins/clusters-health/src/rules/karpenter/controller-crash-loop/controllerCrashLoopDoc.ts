import { RuleDoc } from '../../../rule/Rule';

/** What people read of controllerCrashLoop. */
export const controllerCrashLoopDoc: RuleDoc = {
  title: 'Karpenter controller crashes',
  means:
    'The controller does not stay up. Its own log says why; the reasons depend on the version.',
  foundBy:
    'A container of a pod of the controller waits with CrashLoopBackOff, ended OOMKilled in the last 30 minutes, or restarted three times within an hour (critical). Also between two crashes: three or more restarts, the last end not longer ago than ten minutes or twice the mean interval, and three or more BackOff events of kubelet in the last hour (critical), or five and more restarts at a mean interval of 4 hours at most, or a Lease that changes hands as often (warning).',
  todo: 'OOMKilled: raise the memory limit. 1.1.0 and 1.1.1 panic on Kubernetes 1.32 and newer. Up to 1.3 a wrong or missing interruption queue panics. "Leader election lost": the controller was too slow to renew its Lease, for want of CPU or because the API server throttles it. Else IAM or STS, the cluster name or endpoint, or DNS (dnsPolicy Default when Karpenter nodes carry CoreDNS).',
  source: 'https://karpenter.sh/docs/troubleshooting/',
};
