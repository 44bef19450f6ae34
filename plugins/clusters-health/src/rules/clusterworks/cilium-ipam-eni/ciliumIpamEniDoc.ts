import { checklistDoc } from '../../../rule/checklistRule';

/** Catalogue texts of the rule ciliumIpamEni. */
export const ciliumIpamEniDoc = checklistDoc({
  point: 'Cilium status shows IPAM: AWS ENI',
  foundBy: 'ConfigMap cilium-config, key ipam, is eni.',
  whom: 'Clusters of the blueprint, which use ENI mode.',
  waits: 'Not at all: it is configuration.',
  cannotSee:
    'Whether agents run with this configuration (cilium-config-drift).',
  lookAlikes: 'A cluster in another mode on purpose.',
  todo: 'Set ipam.mode: eni and eni.enabled: true in the values',
  source: 'https://docs.cilium.io/en/stable/network/concepts/ipam/eni/',
});
