import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { ACCOUNT, arnOf, type Output } from './Output';

/** A role that Terraform makes for the cluster. */
export function roleArn(resolved: ResolvedClusterSpec, suffix: string): string {
  const { metadata, spec } = resolved;
  const name = `${spec.iam.roleNamePrefix}${metadata.name}-${suffix}`;
  return arnOf(resolved, 'iam', `:${ACCOUNT}:role/${name}`);
}

function entryOutputs(
  resolved: ResolvedClusterSpec,
  principalArn: string,
): Output[] {
  const { access } = resolved.spec;
  const isNode = principalArn === roleArn(resolved, 'karpenter-node');
  const clusterName = resolved.metadata.name;
  const policyArn = arnOf(
    resolved,
    'eks',
    ':aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
  );
  return [
    [
      `describe-access-entry ${principalArn}`,
      {
        accessEntry: {
          clusterName,
          principalArn,
          kubernetesGroups:
            principalArn === access.portalRoleArn
              ? ['clusterworks:readers']
              : [],
          type: isNode ? 'EC2_LINUX' : 'STANDARD',
        },
      },
    ],
    [
      `list-associated-access-policies ${principalArn}`,
      {
        clusterName,
        principalArn,
        associatedAccessPolicies: access.adminRoleArns.includes(principalArn)
          ? [{ policyArn, accessScope: { type: 'cluster', namespaces: [] } }]
          : [],
      },
    ],
  ];
}

/** Roles and access entries. */
export function accessOutputs(resolved: ResolvedClusterSpec): Output[] {
  const { access, iam } = resolved.spec;
  const principals = new Set([
    ...access.adminRoleArns,
    ...(access.portalRoleArn ? [access.portalRoleArn] : []),
    roleArn(resolved, 'karpenter-node'),
  ]);
  return [
    [
      'get-role',
      {
        Role: {
          Arn: roleArn(resolved, 'cluster'),
          ...(iam.permissionsBoundaryArn
            ? {
                PermissionsBoundary: {
                  PermissionsBoundaryType: 'Policy',
                  PermissionsBoundaryArn: iam.permissionsBoundaryArn,
                },
              }
            : {}),
        },
      },
    ],
    ['list-access-entries', { accessEntries: [...principals] }],
    ...[...principals].flatMap(arn => entryOutputs(resolved, arn)),
  ];
}
