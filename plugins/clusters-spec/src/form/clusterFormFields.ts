import { SpecPath } from '../spec';

/**
 * Where each value of the Create Cluster form goes in the cluster spec. The one
 * table for both directions: values to spec, and problems of the spec back to
 * the field that a person can correct.
 */
export const clusterFormFields = {
  name: ['metadata', 'name'],
  owner: ['metadata', 'owner'],
  system: ['metadata', 'system'],
  description: ['metadata', 'description'],
  environment: ['spec', 'environment'],
  region: ['spec', 'region'],
  accountId: ['spec', 'accountId'],
  profile: ['spec', 'versions', 'profile'],
  vpcCidr: ['spec', 'network', 'vpcCidr'],
  zones: ['spec', 'network', 'zones'],
  natGateways: ['spec', 'network', 'natGateways'],
  publicEndpoint: ['spec', 'network', 'endpoint', 'public'],
  endpointAllowedCidrs: ['spec', 'network', 'endpoint', 'allowedCidrs'],
  adminRoleArns: ['spec', 'access', 'adminRoleArns'],
  portalRoleArn: ['spec', 'access', 'portalRoleArn'],
  nodePools: ['spec', 'karpenter', 'nodePools'],
} as const satisfies Record<string, SpecPath>;

/** Name of a field of the Create Cluster form. */
export type ClusterFormField = keyof typeof clusterFormFields;

/** The same for the fields of one node pool that the spec keeps elsewhere. */
export const nodePoolFormFields = {
  cpuLimit: ['limits', 'cpu'],
  memoryLimit: ['limits', 'memory'],
  gpuLimit: ['limits', 'nvidia.com/gpu'],
} as const satisfies Record<string, SpecPath>;
