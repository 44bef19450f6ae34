import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';
import {
  architectureOf,
  karpenterLines,
  minorOf,
  overlayFolder,
  clusterTags,
} from '@clusterworks/plugin-clusters-spec';
import { mirrorScript } from '../karpenter/registryMirrors';
import type { HclValue } from './hclValue';
import { addonLocals } from './addonLocals';

type Locals = { readonly [key: string]: HclValue };

/**
 * `STANDARD` lets EKS move the control plane to the next minor by itself when
 * standard support ends. That is only safe where Karpenter supports the next
 * minor too: otherwise an automatic upgrade would stop Karpenter.
 */
function upgradeSupportType(versions: {
  kubernetes: string;
  karpenter: string;
}): 'STANDARD' | 'EXTENDED' {
  const line = karpenterLines.find(
    each => each.line === minorOf(versions.karpenter),
  );
  const newest = Number(line?.kubernetes[1].split('.')[1] ?? 0);
  const current = Number(versions.kubernetes.split('.')[1]);
  return newest > current ? 'STANDARD' : 'EXTENDED';
}

/** Environments that are production by their name. */
function isProduction(environment: string): boolean {
  return environment.startsWith('prod');
}

function clusterEntry({ metadata, spec }: ResolvedClusterSpec): HclValue {
  const { network, access } = spec;
  return {
    name: metadata.name,
    kubernetes_version: spec.versions.kubernetes,
    karpenter_version: spec.versions.karpenter,
    vpc_cidr: network.vpcCidr,
    secondary_cidrs: network.secondaryCidrs,
    existing_network: network.existing
      ? {
          vpc_id: network.existing.vpcId,
          node_subnet_ids: network.existing.nodeSubnetIds,
          control_plane_subnet_ids: network.existing.controlPlaneSubnetIds,
        }
      : null,
    ipam_pool_id: network.ipamPoolId ?? null,
    zones: network.zones,
    nat_gateway_per_zone: network.natGateways === 'perZone',
    nodes_in_public_subnets: network.nodesInPublicSubnets,
    endpoint_public_access_cidrs: network.endpoint.public
      ? network.endpoint.allowedCidrs
      : [],
    endpoint_private_access_cidrs: [...new Set(network.endpoint.privateCidrs)],
    admin_role_arns: access.adminRoleArns,
    portal_role_arn: access.portalRoleArn ?? null,
    upgrade_support_type: upgradeSupportType(spec.versions),
    deletion_protection: isProduction(spec.environment) && !spec.decommission,
    pod_identity_agent_version: spec.addons.podIdentityAgent.version ?? null,
    ...(spec.karpenter.nodePools.some(({ efa }) => efa) ? { efa: true } : {}),
    peer_cidrs: spec.cilium.clusterMesh.peerCidrs,
    interface_endpoints: network.interfaceEndpoints,
    control_plane_log_types: spec.logging.controlPlane,
    flow_logs: spec.logging.flowLogs,
    log_retention_days: spec.logging.retentionDays,
    // Asks GuardDuty for its runtime agent on this cluster only.
    cluster_tags: spec.hardening.guardDuty ? { GuardDutyManaged: 'true' } : {},
  };
}

/** Values that are needed only while Terraform owns the releases. */
function releaseLocals({ metadata, spec }: ResolvedClusterSpec): Locals {
  const overlay = overlayFolder({
    environment: spec.environment,
    name: metadata.name,
  });
  return spec.gitops.handedOver
    ? {}
    : {
        cilium_version: spec.versions.cilium,
        // Paths from the root's folder; later files overrule earlier ones.
        cilium_values: [
          '../../../../platform/cilium/values.yaml',
          `../../../../${overlay}/cilium-values.yaml`,
        ],
        karpenter_values: [
          '../../../../platform/karpenter/values.yaml',
          `../../../../${overlay}/karpenter-values.yaml`,
        ],
        service_monitors: spec.observability.serviceMonitors,
      };
}

/** Values that only the registration with a hub Argo CD needs. */
function argocdLocals({ spec }: ResolvedClusterSpec): Locals {
  const { gitops, environment, versions } = spec;
  return gitops.argocd
    ? {
        environment,
        cilium_version: versions.cilium,
        handed_over: gitops.handedOver,
      }
    : {};
}

/**
 * All types have the same architecture; the rules of the spec refuse a mixed
 * list.
 */
function systemNodes({ spec }: ResolvedClusterSpec): HclValue {
  const { instanceTypes, min, max, volume } = spec.systemNodes;
  const arm = architectureOf(instanceTypes[0]) === 'arm64';
  return {
    instance_types: instanceTypes,
    ami_type: arm ? 'AL2023_ARM_64_STANDARD' : 'AL2023_x86_64_STANDARD',
    min_size: min,
    max_size: max,
    // Such as 50Gi.
    volume_size: Number.parseInt(volume.size, 10),
    kms_key_arn: volume.kmsKeyArn ?? null,
    boot_script: mirrorScript(spec.karpenter.registryMirrors) ?? null,
  };
}

/** The values of `locals.tf`: everything that differs between roots. */
export function rootLocals(resolved: ResolvedClusterSpec): Locals {
  const { metadata, spec } = resolved;
  const addons = addonLocals(spec);
  return {
    name: metadata.name,
    region: spec.region,
    allowed_account_ids: spec.accountId ? [spec.accountId] : null,
    karpenter_namespace: spec.karpenter.namespace,
    ...releaseLocals(resolved),
    ...argocdLocals(resolved),
    // CI reads it: such a root is never created anew.
    ...(spec.decommission ? { decommission: spec.decommission.stage } : {}),
    iam: {
      permissions_boundary: spec.iam.permissionsBoundaryArn ?? null,
      name_prefix: spec.iam.roleNamePrefix,
    },
    coredns_version: spec.addons.coreDns.version ?? null,
    ...(Object.keys(addons).length > 0 ? { addons } : {}),
    cluster: clusterEntry(resolved),
    system_nodes: systemNodes(resolved),
    tags: clusterTags(resolved, { 'managed-by': 'terraform' }),
  };
}
