import { RuleDoc } from '../../../rule/Rule';

/** What people read of nodepoolLimit. */
export const nodepoolLimitDoc: RuleDoc = {
  title: 'NodePool is at its limit',
  means:
    'Karpenter checks limits before it launches, with the largest instance type that a claim may become: a pool can be stuck well below 100 %. Pods wait until something else goes.',
  foundBy:
    'For each resource of spec.limits: status.resources at or above the limit, or above 90 % (warning). Critical when a pod waits whose newest Karpenter event names the limit of that pool. The event alone is no finding: pods are often served seconds later.',
  todo: 'Raise spec.limits, or free what the pool holds.',
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/provisioning/scheduling/scheduler.go',
};
