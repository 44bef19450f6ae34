import { RuleDoc } from '../../../rule/Rule';

/** What people read of karpenterVersion. */
export const karpenterVersionDoc: RuleDoc = {
  title: 'Karpenter does not support this Kubernetes version',
  means:
    'The controller runs outside of the range that its makers test. From 1.1.2 on it only logs this; 1.1.0 and 1.1.1 panic on Kubernetes 1.32 and newer.',
  foundBy:
    "Image tag of the controller against the API server's version and Karpenter's compatibility table: outside of the range is a warning, 1.1.0 and 1.1.1 above 1.31 critical, a release with a known fault a note.",
  todo: 'Upgrade Karpenter (definitions first) before the control plane; clusters render --spec says which versions fit together.',
  source: 'https://karpenter.sh/docs/upgrading/compatibility/',
};
