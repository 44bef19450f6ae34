import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule karpenterVersion. */
export const karpenterVersionDoc: CataloguedDoc = {
  title: 'Karpenter does not support this Kubernetes version',
  means:
    'The controller runs on a Kubernetes version that its maintainers do not test. From 1.1.2 on it only logs this; 1.1.0 and 1.1.1 panic on Kubernetes 1.32 and newer.',
  foundBy:
    "Image tag of the controller against the API server's version and Karpenter's compatibility table: outside of the range is a warning, 1.1.0 and 1.1.1 above 1.31 critical, a release with a known fault a note. Where the API server's version is not known, the newest kubelet gives a lower bound, since no kubelet is newer than its API server; known faults do not depend on it.",
  whom: "Karpenter's controller, by the tag of its image.",
  waits: 'Not at all: a version does not change by itself.',
  cannotSee:
    'The version of an image that is named by digest only or has a custom tag.',
  lookAlikes: "Images of a mirror whose tags are not Karpenter's versions.",
  todo: [
    'See which versions fit together: clusters render --spec shows it.',
    'Upgrade the definitions (karpenter-crd).',
    'Then upgrade the controller, both before the control plane.',
  ],
  source: 'https://karpenter.sh/docs/upgrading/compatibility/',
};
