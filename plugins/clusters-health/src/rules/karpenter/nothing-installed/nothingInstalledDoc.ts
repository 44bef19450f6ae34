import type { CataloguedDoc } from '../../../rule/Rule';

/** Catalogue texts of the rule nothingInstalled. */
export const nothingInstalledDoc: CataloguedDoc = {
  title: 'Karpenter has nothing to launch from',
  means:
    'Without NodePools and EC2NodeClasses Karpenter launches nothing. Without its definitions it is not installed at all.',
  foundBy:
    'The API server does not know NodePools (a note), or there are none, or there is no EC2NodeClass (critical; a note while Karpenter, or the first node where Karpenter is not there yet, is younger than 15 minutes: pools are applied after it).',
  whom: "Clusters that are meant to have Karpenter's own NodePools; not those whose pools are all of EKS Auto Mode.",
  waits:
    '15 minutes from the installation of Karpenter, or from the first node: pools are applied after it.',
  cannotSee: 'Whether pools are meant to be there at all.',
  lookAlikes:
    'A cluster that is being built; a list that could not be read, which is unknown and not empty.',
  todo: [
    "See what the cluster's overlay would create.",
    'Apply it: platform/overlays/<environment>/<name>/karpenter, or run scripts/apply-karpenter-nodes.sh.',
  ],
  source: 'https://karpenter.sh/docs/concepts/nodepools/',
};
