import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule crdSkew. */
export const crdSkewDoc: CataloguedDoc = {
  title: 'Karpenter definitions are older than the controller',
  means:
    'Helm installs definitions once and never upgrades them. The controller writes fields that the API server then drops, so status and new settings are lost silently.',
  foundBy:
    "Fields that came with a version of Karpenter (for example status.nodes of NodePools with 1.8) are missing in the definition's schema although the controller is that new.",
  whom: "Karpenter's definitions beside a controller whose version is known.",
  waits: 'Not at all: Helm never upgrades definitions.',
  cannotSee:
    'Definitions that are older by a patch release, or by a version that brought no field that is known here.',
  lookAlikes:
    'Definitions that are newer than the controller, in the middle of an upgrade: those are no finding.',
  todo: [
    'See which release holds the definitions.',
    'Upgrade the chart karpenter-crd to the version of the controller.',
  ],
  since: 'Karpenter 1.3',
  source: 'https://karpenter.sh/docs/upgrading/upgrade-guide/',
};
