import type { PlatformRepository } from '@clusterworks/plugin-clusters-spec';

/** The platform repository used in tests. */
export const repository: PlatformRepository = {
  url: 'https://github.com/acme/platform',
  baseBranch: 'main',
  allowedOwnerGroups: [],
  path: '',
  codeOwners: [],
  reviewers: [],
};

/** The text of a small `cluster.yaml`. */
export function specText(
  name: string,
  environment = 'dev',
  extra = '',
): string {
  return `apiVersion: clusterworks.dev/v1alpha1
kind: Cluster
metadata:
  name: ${name}
  owner: group:default/payments
spec:
  environment: ${environment}
  region: eu-west-1
  network: { vpcCidr: 10.40.0.0/16 }
${extra}`;
}

/** The text of a `status.yaml`. */
export function statusText(name: string): string {
  return `apiVersion: clusterworks.dev/v1alpha1
kind: ClusterStatus
metadata: { name: ${name} }
status:
  eksName: ${name}
  accountId: "123456789012"
  endpoint: https://0A1B.gr7.eu-west-1.eks.amazonaws.com
  certificateAuthority: LS0tLS1CRUdJTi==
  interruptionQueue: ${name}-karpenter
  appliedAt: 2026-11-22T10:00:00Z
`;
}
