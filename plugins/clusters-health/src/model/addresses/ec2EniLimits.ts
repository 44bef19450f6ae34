import { findInstanceType } from '@clusterworks/plugin-clusters-spec';
import { EniLimitsLookup } from './instanceEniLimits';

/** Limits of the instance types in our data file. */
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
