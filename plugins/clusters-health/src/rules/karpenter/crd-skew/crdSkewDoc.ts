import { RuleDoc } from '../../../rule/Rule';

/** What people read of crdSkew. */
export const crdSkewDoc: RuleDoc = {
  title: 'Karpenter definitions are older than the controller',
  means:
    'Helm installs definitions once and never upgrades them. The controller writes fields that the API server then drops, so status and new settings are lost without a word.',
  foundBy:
    "Fields that came with a version of Karpenter (for example status.nodes of NodePools with 1.8) are missing in the definition's schema although the controller is that new.",
  todo: 'Upgrade the chart karpenter-crd to the version of the controller.',
  since: 'Karpenter 1.3',
  source: 'https://karpenter.sh/docs/upgrading/upgrade-guide/',
};
