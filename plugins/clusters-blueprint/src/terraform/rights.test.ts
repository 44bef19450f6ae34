import { readAssets } from '../assets/readAssets';

const asset = (path: string) =>
  readAssets(path.slice(0, path.lastIndexOf('/')))[path];

/** IAM actions in a text of HCL; condition keys look the same. */
function actionsIn(path: string): string[] {
  const found = asset(path)
    .split('\n')
    .filter(line => !/^\s*variable\s*=/.test(line))
    .flatMap(line =>
      [...line.matchAll(/"([a-z0-9-]+:[A-Z*]\w*)"/g)].map(
        ([, action]) => action,
      ),
    )
    .filter(action => !action.startsWith('aws:'));
  return [...new Set(found)].sort();
}

describe('rights', () => {
  it('of the Cilium operator are what ENI mode needs', () => {
    expect(actionsIn('terraform/modules/cilium/identity/main.tf')).toEqual(
      [
        'ec2:AssignPrivateIpAddresses',
        'ec2:AttachNetworkInterface',
        'ec2:CreateNetworkInterface',
        'ec2:CreateTags',
        'ec2:DeleteNetworkInterface',
        'ec2:DescribeInstances',
        'ec2:DescribeInstanceTypes',
        'ec2:DescribeManagedPrefixLists',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeRouteTables',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeTags',
        'ec2:DescribeVpcs',
        'ec2:GetManagedPrefixListEntries',
        'ec2:ModifyNetworkInterfaceAttribute',
        'ec2:UnassignPrivateIpAddresses',
        'sts:AssumeRole',
        'sts:TagSession',
      ].sort(),
    );
  });

  it('of the volume driver are those of the policy of AWS, and its key', () => {
    const text = asset('terraform/modules/ebs_csi_driver/main.tf');
    expect(text).toContain('policy/service-role/AmazonEBSCSIDriverPolicy');
    expect(actionsIn('terraform/modules/ebs_csi_driver/main.tf')).toEqual([
      'kms:CreateGrant',
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKeyWithoutPlaintext',
    ]);
  });

  it('of external-dns and cert-manager end at the zones that are named', () => {
    for (const module of ['external_dns', 'cert_manager']) {
      const text = asset(`terraform/modules/${module}/main.tf`);
      const [change] =
        text.match(
          /actions[^\n]*ChangeResourceRecordSets[^]*?resources[^\n]*/,
        ) ?? [];
      expect(change).toContain('for id in var.hosted_zone_ids');
    }
  });

  it('of the load balancer controller change only what it has made', () => {
    const text = asset(
      'terraform/modules/load_balancer_controller/policies.tf',
    );
    const open = text
      .split(/\n {2}statement \{/)
      .filter(statement => !statement.includes('condition {'))
      .flatMap(statement =>
        [...statement.matchAll(/"([a-z0-9-]+:(?!Describe|Get|List)\w+)"/g)].map(
          ([, action]) => action,
        ),
      );
    // Actions for which AWS offers no condition; the policy of upstream does
    // not limit them either.
    expect([...new Set(open)].sort()).toEqual([
      'ec2:AuthorizeSecurityGroupIngress',
      'ec2:CreateSecurityGroup',
      'ec2:RevokeSecurityGroupIngress',
      'elasticloadbalancing:AddListenerCertificates',
      'elasticloadbalancing:AddTags',
      'elasticloadbalancing:CreateListener',
      'elasticloadbalancing:CreateRule',
      'elasticloadbalancing:DeleteListener',
      'elasticloadbalancing:DeleteRule',
      'elasticloadbalancing:DeregisterTargets',
      'elasticloadbalancing:ModifyListener',
      'elasticloadbalancing:ModifyRule',
      'elasticloadbalancing:RegisterTargets',
      'elasticloadbalancing:RemoveListenerCertificates',
      'elasticloadbalancing:RemoveTags',
      'elasticloadbalancing:SetRulePriorities',
      'elasticloadbalancing:SetWebAcl',
      'shield:CreateProtection',
      'shield:DeleteProtection',
      'waf-regional:AssociateWebACL',
      'waf-regional:DisassociateWebACL',
      'wafv2:AssociateWebACL',
      'wafv2:DisassociateWebACL',
    ]);
  });

  it('of Karpenter are those of its own policies, 1.1 to 1.15', () => {
    expect(
      actionsIn('terraform/modules/karpenter/identity/policies.tf'),
    ).toEqual(
      [
        'arc-zonal-shift:GetManagedResource',
        'ec2:CreateFleet',
        'ec2:CreateLaunchTemplate',
        'ec2:CreateTags',
        'ec2:DeleteLaunchTemplate',
        'ec2:DescribeCapacityReservations',
        'ec2:DescribeImages',
        'ec2:DescribeInstances',
        'ec2:DescribeInstanceStatus',
        'ec2:DescribeInstanceTypeOfferings',
        'ec2:DescribeInstanceTypes',
        'ec2:DescribeLaunchTemplates',
        'ec2:DescribePlacementGroups',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSpotPriceHistory',
        'ec2:DescribeSubnets',
        'ec2:RebootInstances',
        'ec2:RunInstances',
        'ec2:TerminateInstances',
        'eks:DescribeCluster',
        'iam:AddRoleToInstanceProfile',
        'iam:CreateInstanceProfile',
        'iam:DeleteInstanceProfile',
        'iam:GetInstanceProfile',
        'iam:ListInstanceProfiles',
        'iam:PassRole',
        'iam:RemoveRoleFromInstanceProfile',
        'iam:TagInstanceProfile',
        'pricing:GetProducts',
        'sqs:DeleteMessage',
        'sqs:GetQueueUrl',
        'sqs:ReceiveMessage',
        'ssm:GetParameter',
      ].sort(),
    );
  });
});
