import { READER_GROUP } from '@clusterworks/plugin-clusters-health';
import { awsCommands } from '../aws/awsOutputs';
import type { ImportFacts } from '../ImportFacts';
import type { SpecDraft } from '../SpecDraft';

const ADMIN_POLICY = 'AmazonEKSClusterAdminPolicy';

/** Ends of the names of roles that the blueprint makes for a cluster. */
const clusterRole = (name: string) => `${name}-cluster`;

function roleNameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

/** Name prefix and permissions boundary of the account's roles. */
export function readIam({ aws }: ImportFacts, draft: SpecDraft): void {
  const { roleArn, name } = aws.cluster;
  const role = roleNameOf(roleArn);
  const suffix = clusterRole(name);
  if (role.endsWith(suffix)) {
    const prefix = role.slice(0, role.length - suffix.length);
    draft.set('spec.iam.roleNamePrefix', prefix || undefined);
  } else {
    draft.differ(
      'IAM role of the control plane',
      `is ${role}; the blueprint makes one named ${suffix}, and EKS cannot change the role of a cluster`,
    );
    draft.ask(
      'spec.iam.roleNamePrefix',
      'What must the names of IAM roles in the account begin with?',
      { optional: true },
    );
  }
  const described = aws.roles.find(({ Arn }) => Arn === roleArn);
  if (described) {
    draft.set(
      'spec.iam.permissionsBoundaryArn',
      described.PermissionsBoundary?.PermissionsBoundaryArn,
    );
  } else {
    draft.ask(
      'spec.iam.permissionsBoundaryArn',
      'Which permissions boundary must IAM roles in the account have?',
      { optional: true, command: `${awsCommands.Role} --role-name ${role}` },
    );
  }
}

type Principal = {
  arn: string;
  isAdmin: boolean;
  groups: string[];
  type: string;
};

/** The principals with an entry; undefined unless all were described. */
function principalsOf({ aws }: ImportFacts): Principal[] | undefined {
  const found = (aws.principals ?? []).map((arn): Principal | undefined => {
    const entry = aws.accessEntries.find(each => each.principalArn === arn);
    const policies = aws.accessPolicies.find(each => each.principalArn === arn);
    return entry && policies
      ? {
          arn,
          groups: entry.kubernetesGroups,
          type: entry.type ?? 'STANDARD',
          isAdmin: policies.associatedAccessPolicies.some(
            ({ policyArn, accessScope }) =>
              policyArn.endsWith(`/${ADMIN_POLICY}`) &&
              accessScope?.type === 'cluster',
          ),
        }
      : undefined;
  });
  const known = found.filter(each => each !== undefined);
  return aws.principals && known.length === found.length ? known : undefined;
}

/** Administrators, and the role of the portal. */
export function readAccess(facts: ImportFacts, draft: SpecDraft): void {
  const mode =
    facts.aws.cluster.accessConfig?.authenticationMode ?? 'CONFIG_MAP';
  if (mode !== 'API') {
    draft.differ(
      'EKS authenticationMode',
      `is ${mode}; the blueprint sets API, and then EKS ignores the ConfigMap aws-auth`,
    );
  }
  const principals = principalsOf(facts);
  if (!principals) {
    const command = `${awsCommands.accessEntries}, and for each principal ${awsCommands.accessEntry} and ${awsCommands.associatedAccessPolicies}`;
    draft.ask(
      'spec.access.adminRoleArns',
      'Which IAM roles administer the cluster?',
      { command },
    );
    draft.ask(
      'spec.access.portalRoleArn',
      'Which IAM role does the portal read the cluster with?',
      { optional: true, command },
    );
    return;
  }
  const isRole = (arn: string) => arn.includes(':role/');
  const admins = principals.filter(
    ({ isAdmin, arn }) => isAdmin && isRole(arn),
  );
  const [portal] = principals.filter(
    ({ groups, arn }) => groups.includes(READER_GROUP) && isRole(arn),
  );
  draft.set(
    'spec.access.adminRoleArns',
    admins.map(({ arn }) => arn),
  );
  draft.set('spec.access.portalRoleArn', portal?.arn);
  const others = principals.filter(
    each =>
      each.type === 'STANDARD' && !admins.includes(each) && each !== portal,
  );
  for (const { arn } of others) {
    draft.differ(
      `Access entry of ${arn}`,
      'is neither an administrator’s nor the portal’s; keep it in a file of your own',
    );
  }
}
