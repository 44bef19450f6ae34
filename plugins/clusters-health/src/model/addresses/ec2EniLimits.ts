import { findInstanceType } from '@clusterworks/plugin-clusters-spec';
import type { EniLimitsLookup } from './instanceEniLimits';

/**
 * Looks up the limits of an instance type in the data file of this repository.
 */
export const ec2EniLimits: EniLimitsLookup = name => {
  const type = findInstanceType(name);
  return (
    type && {
      interfaces: type.enis,
      ipv4PerInterface: type.ipv4PerEni,
      hypervisor: type.nitro ? 'nitro' : 'unknown',
      bareMetal: type.size.startsWith('metal'),
    }
  );
};
