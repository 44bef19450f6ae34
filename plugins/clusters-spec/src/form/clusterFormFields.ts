import type { SpecPath } from '../spec';

/**
 * Where each value of the Create Cluster form goes in the cluster spec. This
 * table serves both directions: from values to the spec, and from problems of
 * the spec back to the field that a person can correct.
 *
 * @public
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

/**
 * Name of a field of the Create Cluster form.
 *
 * @public
 */
export type ClusterFormField = keyof typeof clusterFormFields;

/**
 * The same for the fields of a node pool whose path in the spec differs.
 *
 * @public
 */
export const nodePoolFormFields = {
  cpuLimit: ['limits', 'cpu'],
  memoryLimit: ['limits', 'memory'],
  gpuLimit: ['limits', 'nvidia.com/gpu'],
} as const satisfies Record<string, SpecPath>;
