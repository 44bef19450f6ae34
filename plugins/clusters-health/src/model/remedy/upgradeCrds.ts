import type { RuleRemedy } from './RuleRemedy';
import type { ClusterState } from '../ClusterState';
import { shellCommand } from './shellCommand';

/**
 * Upgrades Karpenter's CustomResourceDefinitions to the version of its
 * controller. The chart karpenter-crd changes definitions only and no objects.
 */
export function upgradeCrds(cluster: ClusterState): RuleRemedy[] {
  const version = cluster.index.karpenterVersion();
  const namespace = cluster.index.karpenter()?.namespace ?? 'kube-system';
  return [
    {
      text: 'See which release holds the definitions now',
      command: shellCommand`helm -n ${namespace} list --filter karpenter`,
    },
    {
      text: 'Bring the definitions to the version of the controller: this installs or upgrades the chart karpenter-crd, which changes the three definitions and no object',
      command: shellCommand`helm upgrade --install karpenter-crd oci://public.ecr.aws/karpenter/karpenter-crd --version ${version} -n ${namespace}`,
    },
  ];
}
