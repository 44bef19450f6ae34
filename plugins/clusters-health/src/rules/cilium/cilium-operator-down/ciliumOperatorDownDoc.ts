import { RuleDoc } from '../../../rule/Rule';

/** What people read of ciliumOperatorDown. */
export const ciliumOperatorDownDoc: RuleDoc = {
  title: 'Cilium operator does not work',
  means:
    'Without a leading operator no node gets addresses and no start-up taint is removed, in the whole cluster. Pods that run go on.',
  foundBy:
    'Deployment cilium-operator: no available replica, or none wanted (critical); fewer than wanted, unless the cluster has fewer nodes than replicas (warning). Lease cilium-operator-resource-lock not renewed for twice its duration, 30 s at least (critical): the only sign of a leader that hangs. A pod of it that crashes again and again, also between two crashes (as C2 has it).',
  todo: 'Read events and logs of its pods. Since 1.18 the operator tolerates few taints: see D18. A restart helps only where a leader hangs.',
  source: 'https://docs.cilium.io/en/stable/internals/cilium_operator/',
};
