import type { EniMode } from './nodeCapacity';

/** How Cilium assigns addresses, according to the data of `cilium-config`. */
export function eniModeOf(config: Record<string, string> | undefined): EniMode {
  return {
    prefixDelegation: config?.['aws-enable-prefix-delegation'] === 'true',
    subnetFilter: Boolean(
      config?.['subnet-ids-filter'] || config?.['subnet-tags-filter'],
    ),
  };
}
