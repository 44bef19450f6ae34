import { checklistDoc } from '../../../rule/checklistRule';

/** What people read of ciliumIpamEni. */
export const ciliumIpamEniDoc = checklistDoc({
  point: 'Cilium status shows IPAM: AWS ENI',
  foundBy: 'ConfigMap cilium-config, key ipam, is eni.',
  todo: 'Set ipam.mode: eni and eni.enabled: true in the values',
  source: 'https://docs.cilium.io/en/stable/network/concepts/ipam/eni/',
});
