import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nodepoolLimit. */
export const nodepoolLimitDoc: CataloguedDoc = {
  title: 'NodePool is at its limit',
  means:
    'Karpenter checks limits before it launches, with the largest instance type that a claim may become: a pool can be stuck well below 100 %. Pods wait until other nodes of the pool are removed.',
  foundBy:
    'For each resource of spec.limits: status.resources at or above the limit, or above 90 % (warning). Critical when a pod waits whose newest Karpenter event names the limit of that pool. The event alone is no finding: pods are often served seconds later. The size of a static pool (spec.replicas) is its design and no finding; where it prevents the replacement of drifted nodes, nodeclaim-drifted reports it. A limit of 0 turns a pool off on purpose: it is a finding only when a pod waits for the pool.',
  whom: "NodePools of Karpenter's own AWS provider with spec.limits.",
  waits:
    'Not at all once a pod waits for it. An event counts for 6 minutes, since Karpenter repeats it every 5.',
  cannotSee:
    'Limits of the account (quotas) and of subnets; what a pod needs as long as Karpenter has written no event about it.',
  lookAlikes:
    'A static pool at its size, a pool that is turned off by a limit of 0 and still has nodes, a pool that is being removed (label clusterworks.dev/phase=draining, or being deleted), an event of a pod that was served since.',
  todo: [
    'See the limits and how much of them is used.',
    'Raise spec.limits in git, or scale down what runs on the pool.',
  ],
  source:
    'https://github.com/kubernetes-sigs/karpenter/blob/v1.14.1/pkg/controllers/provisioning/scheduling/scheduler.go',
};
