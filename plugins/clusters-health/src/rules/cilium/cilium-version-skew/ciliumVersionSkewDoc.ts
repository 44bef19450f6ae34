import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule ciliumVersionSkew. */
export const ciliumVersionSkewDoc: CataloguedDoc = {
  title: 'Versions of Cilium do not fit',
  means:
    'Agent and operator of different minors are supported only during an upgrade. A minor version at its end of life gets no fixes. A Kubernetes version that is not on the tested list may or may not work.',
  foundBy:
    'Image tags of the agent and the operator: other minors (warning), other patches (info). The line against our version data: end of life reached or a fault that hits everybody (warning); a fault that hits some, or a Kubernetes version outside of its tested list (info).',
  whom: "Cilium's agent and operator, by the tags of their images.",
  waits: 'Not at all; a skew during an upgrade is reported too.',
  cannotSee: 'Versions of images that are named by digest only.',
  lookAlikes: 'An upgrade in progress; a mirror with its own tags.',
  todo: [
    'Finish the upgrade: agent and operator come from one release.',
    'Upgrade one minor at a time to a maintained line.',
  ],
  source: 'https://docs.cilium.io/en/stable/network/kubernetes/compatibility/',
};
