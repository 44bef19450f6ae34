import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { eksRegistryOf } from '../addons/eksRegistries';
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

/** public.ecr.aws is hard to reach in China, and EKS has the image there. */
function loadBalancerImage({ region, partition }: Spec): string {
  return partition === 'aws-cn'
    ? `${eksRegistryOf(region)}/amazon/aws-load-balancer-controller`
    : 'public.ecr.aws/eks/aws-load-balancer-controller';
}

/** The inputs of each module besides its version. */
function settings(spec: Spec): Record<keyof typeof addonModules, AddonLocals> {
  const { addons } = spec;
  return {
    ebsCsiDriver: { kms_key_arn: addons.ebsCsiDriver.kmsKeyArn ?? null },
    snapshotController: {},
    metricsServer: {},
    loadBalancerController: { image_repository: loadBalancerImage(spec) },
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
