import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';
import type { HclValue } from './hclValue';

type Spec = ResolvedClusterSpec['spec'];
type AddonLocals = { readonly [key: string]: HclValue };

/** The module of each add-on of `spec.addons` that has a switch. */
export const addonModules = {
  ebsCsiDriver: 'ebs_csi_driver',
  snapshotController: 'snapshot_controller',
  metricsServer: 'metrics_server',
  loadBalancerController: 'load_balancer_controller',
  externalDns: 'external_dns',
  certManager: 'cert_manager',
} as const satisfies Partial<Record<keyof Spec['addons'], string>>;

/**
 * Where EKS keeps the images of its add-ons in China, where public.ecr.aws is
 * hard to reach (EKS user guide, "Amazon container image registries").
 */
const chinaRegistries: Readonly<Record<string, string>> = {
  'cn-north-1': '918309763551.dkr.ecr.cn-north-1.amazonaws.com.cn',
  'cn-northwest-1': '961992271922.dkr.ecr.cn-northwest-1.amazonaws.com.cn',
};

function loadBalancerImage(region: string): string {
  return Object.hasOwn(chinaRegistries, region)
    ? `${chinaRegistries[region]}/amazon/aws-load-balancer-controller`
    : 'public.ecr.aws/eks/aws-load-balancer-controller';
}

/** The inputs of each module besides its version. */
function settings({
  addons,
  region,
}: Spec): Record<keyof typeof addonModules, AddonLocals> {
  return {
    ebsCsiDriver: { kms_key_arn: addons.ebsCsiDriver.kmsKeyArn ?? null },
    snapshotController: {},
    metricsServer: {},
    loadBalancerController: { image_repository: loadBalancerImage(region) },
    externalDns: {
      hosted_zone_ids: addons.externalDns.hostedZoneIds,
      domains: addons.externalDns.domains,
    },
    certManager: { hosted_zone_ids: addons.certManager.hostedZoneIds },
  };
}

/**
 * The add-ons that are on, by module, with the inputs of the module. Each
 * add-on has a file `addon_<module>.tf` in the root.
 */
export function addonLocals(spec: Spec): Record<string, AddonLocals> {
  const given = settings(spec);
  return Object.fromEntries(
    (Object.keys(addonModules) as (keyof typeof addonModules)[])
      .filter(name => spec.addons[name].enabled)
      .map(name => [
        addonModules[name],
        { version: spec.addons[name].version ?? null, ...given[name] },
      ]),
  );
}
