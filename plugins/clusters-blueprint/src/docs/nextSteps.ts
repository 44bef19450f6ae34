import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { onOff, type OptionRow, optionTable } from './optionTable';

/** Chapter on what comes after the first apply, each with its switch. */
export function nextSteps({ spec }: ResolvedClusterSpec): string {
  const { observability, cilium, gitops, hardening } = spec;
  const rows: OptionRow[] = [
    [
      'ServiceMonitors for Cilium and Karpenter',
      'observability.serviceMonitors',
      onOff(observability.serviceMonitors),
    ],
    [
      'Grafana dashboards',
      'observability.dashboards',
      onOff(observability.dashboards),
    ],
    [
      'network policies',
      'cilium.networkPolicies',
      `${cilium.networkPolicies}; \`baseline\` denies only in namespaces with the label \`clusterworks.dev/network-policy: default-deny\``,
    ],
    [
      'prefix delegation, for more pods on small nodes',
      'cilium.prefixDelegation',
      onOff(cilium.prefixDelegation),
    ],
    [
      'GitOps by Argo CD',
      'gitops.argocd, then handedOver',
      onOff(gitops.argocd),
    ],
    ['encryption between nodes', 'cilium.encryption', cilium.encryption],
    [
      'PodDisruptionBudgets',
      'hardening.podDisruptionBudgets',
      onOff(hardening.podDisruptionBudgets),
    ],
    [
      'cluster mesh',
      'cilium.clusterMesh',
      cilium.clusterMesh.enabled
        ? `on, id ${cilium.clusterMesh.id}`
        : 'off; switched on later it changes `cluster.id`, and all pods get new identities: do it in a quiet hour, and restart the workloads',
    ],
    ['GuardDuty', 'hardening.guardDuty', onOff(hardening.guardDuty)],
    ['add-ons', 'addons', 'see [Add-ons](#add-ons)'],
  ];
  return `
## Next steps

${optionTable(['step', 'switch', 'here'], rows)}

Set the switch in \`cluster.yaml\`, render, review what follows, apply.
`;
}
