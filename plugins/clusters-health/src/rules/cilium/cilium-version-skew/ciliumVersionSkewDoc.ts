import { RuleDoc } from '../../../rule/Rule';

/** What people read of ciliumVersionSkew. */
export const ciliumVersionSkewDoc: RuleDoc = {
  title: 'Versions of Cilium do not fit',
  means:
    'Agent and operator of different minors are supported only during an upgrade. A line at its end gets no fixes. A Kubernetes version outside of the tested list works or not.',
  foundBy:
    'Image tags of the agent and the operator: other minors (warning), other patches (info). The line against our version data: end of life reached or a fault that hits everybody (warning); a fault that hits some, or a Kubernetes version outside of its tested list (info).',
  todo: 'Upgrade one minor at a time, agent and operator together.',
  source: 'https://docs.cilium.io/en/stable/network/kubernetes/compatibility/',
};
