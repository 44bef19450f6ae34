import { InputError } from '@backstage/errors';
import { findRegion } from '../regions';
import { firstImageRelease } from '../versions';
import type { ClusterSpec } from './clusterSpecSchema';
import type { NodePoolSpec } from './nodePoolSchema';
import type {
  ResolvedClusterSpec,
  ResolvedNodePool,
} from './ResolvedClusterSpec';
import { controlPlaneLogs } from './loggingSchema';
import { rangesOfSpec } from './rangesOfSpec';
import { resolveAddons } from './resolveAddons';
import { resolveVersions } from './resolveVersions';
import {
  defaultNodePools,
  nodePoolDefaults,
  specDefaults,
} from './specDefaults';
import { isSplitPool } from './splitPool';

/**
 * A pool with every default of its preset.
 *
 * @public
 */
export function resolveNodePool(pool: NodePoolSpec): ResolvedNodePool {
  const preset = pool.preset ?? 'general';
  const defaults: Partial<NodePoolSpec> & (typeof nodePoolDefaults)['custom'] =
    structuredCloneJson(nodePoolDefaults[preset]);
  // A pool that names families allows exactly those: the preset's categories
  // and generation could only exclude some of them.
  const families =
    pool.efa === undefined
      ? pool.instanceFamilies
      : [pool.efa.instanceType.split('.')[0]];
  const named = families !== undefined;
  const ownCategories = pool.instanceCategories !== undefined;
  return {
    name: pool.name,
    preset,
    architectures: pool.architectures ?? [...defaults.architectures],
    instanceCategories:
      pool.instanceCategories ??
      (named ? [] : defaults.instanceCategories ?? []),
    instanceFamilies:
      families ?? (ownCategories ? [] : defaults.instanceFamilies ?? []),
    minGeneration:
      pool.minGeneration ?? (named ? undefined : defaults.minGeneration),
    capacityTypes: pool.capacityTypes ?? [...defaults.capacityTypes],
    preferOnDemand: isSplitPool(pool),
    limits: pool.limits ?? { ...defaults.limits },
    consolidation: { ...defaults.consolidation, ...pool.consolidation },
    budgets: pool.budgets ?? [{ nodes: '10%' }],
    requirements: [
      ...(pool.efa
        ? [
            {
              key: 'node.kubernetes.io/instance-type',
              operator: 'In' as const,
              values: [pool.efa.instanceType],
            },
          ]
        : []),
      ...(pool.requirements ?? []),
    ],
    taints: pool.taints ?? [],
    labels: pool.labels ?? {},
    weight: pool.weight,
    expireAfter: pool.expireAfter ?? '720h',
    terminationGracePeriod: pool.terminationGracePeriod,
    amiFamily: pool.amiFamily ?? 'al2023',
    efa: pool.efa,
    volume: pool.volume,
    kubelet: pool.kubelet,
  };
}

function structuredCloneJson<T>(value: unknown): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function resolveZones(
  zones: number | string[] | undefined,
  region: { zones: readonly string[]; usableZones: number },
): string[] {
  if (Array.isArray(zones)) {
    return [...zones];
  }
  const count =
    zones ?? Math.min(specDefaults.network.zones, region.usableZones);
  return region.zones.slice(0, count);
}

/**
 * Fills every default of the spec: profile versions, zone names, pools.
 * Pure; the spec itself stays as it is in git.
 *
 * @throws InputError when the region is unknown, which cannot happen with a
 *   parsed spec.
 *
 * @public
 */
export function resolveClusterSpec(spec: ClusterSpec): ResolvedClusterSpec {
  const given = spec.spec;
  const region = findRegion(given.region);
  if (!region) {
    throw new InputError(`spec.region: "${given.region}" is not known`);
  }
  const { network, cilium, systemNodes } = given;
  const min = systemNodes?.min ?? specDefaults.systemNodes.min;
  return {
    apiVersion: spec.apiVersion,
    kind: spec.kind,
    metadata: { ...spec.metadata },
    spec: {
      environment: given.environment,
      region: region.name,
      partition: region.partition,
      dnsSuffix: region.dnsSuffix,
      accountId: given.accountId,
      tags: { ...given.tags },
      versions: resolveVersions(given.versions),
      network: {
        vpcCidr: network.vpcCidr,
        secondaryCidrs: network.secondaryCidrs ?? [],
        existing: network.existing && {
          controlPlaneSubnetIds: network.existing.nodeSubnetIds,
          ...network.existing,
        },
        ipamPoolId: network.ipamPoolId,
        zones: resolveZones(network.zones, region),
        natGateways: network.natGateways ?? specDefaults.network.natGateways,
        nodesInPublicSubnets: network.nodesInPublicSubnets ?? false,
        interfaceEndpoints: network.interfaceEndpoints ?? [],
        endpoint: {
          public: network.endpoint?.public ?? false,
          allowedCidrs: network.endpoint?.allowedCidrs ?? [],
          privateCidrs: network.endpoint?.privateCidrs ?? rangesOfSpec(spec),
        },
      },
      iam: {
        permissionsBoundaryArn: given.iam?.permissionsBoundaryArn,
        roleNamePrefix: given.iam?.roleNamePrefix ?? '',
      },
      access: {
        adminRoleArns: given.access?.adminRoleArns ?? [],
        portalRoleArn: given.access?.portalRoleArn,
      },
      systemNodes: {
        instanceTypes: systemNodes?.instanceTypes ?? [
          ...specDefaults.systemNodes.instanceTypes,
        ],
        min,
        max: systemNodes?.max ?? Math.max(specDefaults.systemNodes.max, min),
        volume: {
          size:
            systemNodes?.volume?.size ?? specDefaults.systemNodes.volumeSize,
          kmsKeyArn: systemNodes?.volume?.kmsKeyArn,
        },
      },
      cilium: {
        prefixDelegation: cilium?.prefixDelegation ?? false,
        encryption: cilium?.encryption ?? 'none',
        hubble: cilium?.hubble ?? true,
        clusterMesh: {
          enabled: cilium?.clusterMesh?.enabled ?? false,
          id: cilium?.clusterMesh?.id ?? 0,
          peers: cilium?.clusterMesh?.peers ?? [],
          peerCidrs: cilium?.clusterMesh?.peerCidrs ?? [],
        },
        networkPolicies: cilium?.networkPolicies ?? 'none',
      },
      karpenter: {
        namespace:
          given.karpenter?.namespace ?? specDefaults.karpenterNamespace,
        amiRelease: given.karpenter?.amiRelease ?? firstImageRelease,
        bottlerocketRelease: given.karpenter?.bottlerocketRelease,
        registryMirrors: given.karpenter?.registryMirrors ?? [],
        ownerTags: given.karpenter?.ownerTags ?? false,
        freeze: given.karpenter?.freeze,
        nodePools: (given.karpenter?.nodePools ?? defaultNodePools).map(
          resolveNodePool,
        ),
      },
      logging: {
        controlPlane: given.logging?.controlPlane ?? [...controlPlaneLogs],
        flowLogs: given.logging?.flowLogs ?? true,
        retentionDays:
          given.logging?.retentionDays ?? specDefaults.logRetentionDays,
      },
      addons: resolveAddons(given.addons),
      observability: {
        serviceMonitors: given.observability?.serviceMonitors ?? false,
        dashboards: given.observability?.dashboards ?? false,
      },
      hardening: {
        guardDuty: given.hardening?.guardDuty ?? false,
        podDisruptionBudgets: given.hardening?.podDisruptionBudgets ?? true,
      },
      gitops: {
        argocd: given.gitops?.argocd ?? false,
        handedOver: given.gitops?.handedOver ?? false,
      },
      decommission: given.decommission,
    },
  };
}
