import { RuleDoc } from '../../../rule/Rule';

/** What people read of nothingInstalled. */
export const nothingInstalledDoc: RuleDoc = {
  title: 'Karpenter has nothing to launch from',
  means:
    'Without NodePools and EC2NodeClasses Karpenter launches nothing. Without its definitions it is not installed at all.',
  foundBy:
    'The API server does not know NodePools (a note), or there are none, or there is no EC2NodeClass (critical).',
  todo: "Apply the cluster's overlay: platform/overlays/<environment>/<name>/karpenter, or run scripts/apply-karpenter-nodes.sh.",
  source: 'https://karpenter.sh/docs/concepts/nodepools/',
};
