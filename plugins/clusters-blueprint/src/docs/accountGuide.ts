import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';

/**
 * The file that names the state bucket. Each account has its own bucket, so a
 * cluster that names its account uses the file of that account.
 */
export function backendFile({ spec }: ResolvedClusterSpec): string {
  return spec.accountId ? `backend-${spec.accountId}.hcl` : 'backend.hcl';
}

/** Commands that an empty account needs once, before its first cluster. */
export function accountSteps(resolved: ResolvedClusterSpec): string {
  const { accountId, region, karpenter } = resolved.spec;
  const file = backendFile(resolved);
  const spot = karpenter.nodePools.some(pool =>
    pool.capacityTypes.includes('spot'),
  );
  return `# 0. Once per account: the bucket for states${
    spot ? ', and the role that spot instances need' : ''
  }
if [ ! -f terraform/${file} ]; then
  cd terraform/bootstrap/state
  terraform init
  terraform workspace select -or-create ${accountId ?? 'default'}
  terraform apply -var region=${region}${
    accountId ? ` -var account_id=${accountId}` : ''
  } -var bucket="terraform-states-$(aws sts get-caller-identity --query Account --output text)-${region}"
  terraform output -raw backend_config >../../${file}
  cd -
  git add terraform/${file}
  git commit -m 'Name the state bucket'
fi${
    spot
      ? `
aws iam get-role --role-name AWSServiceRoleForEC2Spot >/dev/null 2>&1 ||
  aws iam create-service-linked-role --aws-service-name spot.amazonaws.com`
      : ''
  }`;
}

/** What is different in the regions of China; empty elsewhere. */
export function chinaGuide({ spec }: ResolvedClusterSpec): string {
  return spec.partition === 'aws-cn'
    ? `- In ${
        spec.region
      } \`quay.io\`, \`public.ecr.aws\`, \`docker.io\` and the chart repositories are slow or out of reach. Mirror the charts of Cilium, Karpenter${
        spec.observability.serviceMonitors ? ', prometheus-operator-crds' : ''
      }${
        spec.addons.loadBalancerController.enabled
          ? ' and the AWS Load Balancer Controller'
          : ''
      } and name the mirrors in \`terraform.tfvars\` of the root (\`cilium_chart_repository\`, \`karpenter_chart_repository\`${
        spec.observability.serviceMonitors
          ? ', `monitoring_chart_repository`'
          : ''
      }${
        spec.addons.loadBalancerController.enabled
          ? ', `load_balancer_controller_chart_repository`'
          : ''
      }); mirror the images and name the registries in \`karpenter.registryMirrors\`. Add-ons of EKS come from its registry in the region.
`
    : '';
}
