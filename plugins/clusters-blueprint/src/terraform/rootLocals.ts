import {
  architectureOf,
  karpenterLines,
  minorOf,
  ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { clusterTags } from '../tags/clusterTags';
import { HclValue } from './hclValue';

type Locals = { readonly [key: string]: HclValue };

/**
 * `STANDARD` lets EKS move the control plane to the next minor by itself when
 * standard support ends. That is only safe where Karpenter supports the next
 * minor too: otherwise an upgrade that nobody asked for ends node scaling.
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
    deletion_protection: isProduction(spec.environment),
    // Asks GuardDuty for its runtime agent on this cluster only.
    cluster_tags: spec.hardening.guardDuty ? { GuardDutyManaged: 'true' } : {},
  };
}

/** What only the releases that Terraform owns need. */
function releaseLocals({ metadata, spec }: ResolvedClusterSpec): Locals {
  const overlay = `platform/overlays/${spec.environment}/${metadata.name}`;
  return spec.gitops.handedOver
    ? {}
    : {
        cilium_version: spec.versions.cilium,
        // From the root's folder; later ones have the last word.
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

/** What only the registration with a hub Argo CD needs. */
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

/** All of one architecture; a mixed list is refused by the spec's rules. */
function systemNodes({ spec }: ResolvedClusterSpec): HclValue {
  const { instanceTypes, min, max } = spec.systemNodes;
  const arm = architectureOf(instanceTypes[0]) === 'arm64';
  return {
    instance_types: instanceTypes,
    ami_type: arm ? 'AL2023_ARM_64_STANDARD' : 'AL2023_x86_64_STANDARD',
    min_size: min,
    max_size: max,
  };
}

/** The values of `locals.tf`: all that differs from one root to another. */
export function rootLocals(resolved: ResolvedClusterSpec): Locals {
  const { metadata, spec } = resolved;
  return {
    name: metadata.name,
    region: spec.region,
    allowed_account_ids: spec.accountId ? [spec.accountId] : null,
    karpenter_namespace: spec.karpenter.namespace,
    ...releaseLocals(resolved),
    ...argocdLocals(resolved),
    cluster: clusterEntry(resolved),
    system_nodes: systemNodes(resolved),
    tags: clusterTags(resolved, { 'managed-by': 'terraform' }),
  };
}
