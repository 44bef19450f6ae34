import {
  clusterNames,
  findInstanceType,
  instanceTypes,
  ResolvedClusterSpec,
  ResolvedNodePool,
} from '@clusterworks/plugin-clusters-spec';
import { addressNumber, addressText } from './AddressBook';

/** A subnet of the nodes. */
export interface Subnet {
  id: string;
  zone: string;
  zoneId: string;
  cidr: string;
}

/** A NodePool as the world keeps it. */
export interface PoolPlan {
  name: string;
  nodeClass: string;
  /** The instance type that the world launches for it. */
  instanceType: string;
  capacityType: 'spot' | 'on-demand';
  gpu: boolean;
  consolidateAfterMs: number;
  /** As in the manifest. */
  spec: Record<string, unknown>;
}

/** What a world is built from. */
export interface WorldPlan {
  name: string;
  region: string;
  accountId: string;
  vpcId: string;
  vpcCidr: string;
  securityGroup: string;
  subnets: Subnet[];
  versions: { kubernetes: string; karpenter: string; cilium: string };
  /** Of the control plane, when the nodes are behind it. */
  serverVersion?: string;
  karpenterNamespace: string;
  interruptionQueue: string;
  prefixDelegation: boolean;
  hubble: boolean;
  wireguard: boolean;
  systemInstanceType: string;
  systemNodes: number;
  nodeClasses: { name: string; spec: Record<string, unknown> }[];
  pools: PoolPlan[];
}

/** A stable id of AWS's form for a name. */
export function awsId(kind: string, name: string): string {
  let hash = 0n;
  for (const character of name) {
    hash =
      (hash * 1099511628211n + BigInt(character.charCodeAt(0))) % 2n ** 68n;
  }
  return `${kind}-${hash.toString(16).padStart(17, '0').slice(-17)}`;
}

/** One private subnet for each zone: a quarter of the VPC at most. */
function subnetsOf(resolved: ResolvedClusterSpec): Subnet[] {
  const { network } = resolved.spec;
  const [base, prefixText] = network.vpcCidr.split('/');
  const prefix = Number(prefixText) + 3;
  return network.zones.map((zone, index) => ({
    id: awsId('subnet', `${resolved.metadata.name}/${zone}`),
    zone,
    zoneId: `${zone.replace(/^(..)[^-]*-(.)[^-]*-(\d)(.)$/, '$1$2$3')}-az${
      index + 1
    }`,
    cidr: `${addressText(
      addressNumber(base) + index * 2 ** (32 - prefix),
    )}/${prefix}`,
  }));
}

/** The type that Karpenter would likely take: mid-sized, first choice first. */
export function preferredInstanceType(pool: ResolvedNodePool): string {
  const fits = instanceTypes.filter(
    type =>
      pool.architectures.includes(type.architecture) &&
      (pool.instanceCategories.length === 0 ||
        pool.instanceCategories.includes(type.category)) &&
      (pool.instanceFamilies.length === 0 ||
        pool.instanceFamilies.includes(type.family)) &&
      type.generation >= (pool.minGeneration ?? 0) &&
      type.nitro,
  );
  const general = ['m6i.xlarge', 'm7i.xlarge', 'm6g.xlarge', 'm7g.xlarge'];
  const chosen =
    general.find(name => fits.some(type => type.name === name)) ??
    fits.find(type => type.size === 'xlarge')?.name ??
    fits[0]?.name;
  return chosen ?? 'm6i.xlarge';
}

/** What a plan needs besides the spec. */
export interface WorldManifests {
  nodeClasses: { name: string; spec: Record<string, unknown> }[];
  nodePools: { name: string; spec: Record<string, unknown> }[];
}

/** Milliseconds of a Go duration as Karpenter takes it; Never is infinite. */
export function durationMs(text: string): number {
  if (text === 'Never') {
    return Number.POSITIVE_INFINITY;
  }
  const units: Record<string, number> = { h: 3600_000, m: 60_000, s: 1000 };
  return [...text.matchAll(/(\d+)([hms])/g)].reduce(
    (total, [, count, unit]) => total + Number(count) * units[unit],
    0,
  );
}

interface PoolSpecFields {
  disruption?: { consolidateAfter?: string };
  template?: {
    spec?: {
      nodeClassRef?: { name?: string };
      requirements?: { key: string; operator: string; values?: string[] }[];
    };
  };
}

function poolPlan(
  manifest: WorldManifests['nodePools'][number],
  resolved: ResolvedClusterSpec,
): PoolPlan {
  const fields = manifest.spec as PoolSpecFields;
  const owner =
    resolved.spec.karpenter.nodePools.find(
      pool => pool.name === manifest.name,
    ) ??
    resolved.spec.karpenter.nodePools.find(
      pool => manifest.name === `${pool.name}-spot`,
    ) ??
    resolved.spec.karpenter.nodePools[0];
  const capacity = fields.template?.spec?.requirements?.find(
    ({ key }) => key === 'karpenter.sh/capacity-type',
  )?.values;
  return {
    name: manifest.name,
    nodeClass: fields.template?.spec?.nodeClassRef?.name ?? 'default',
    instanceType: preferredInstanceType(owner),
    capacityType: capacity?.includes('spot') ? 'spot' : 'on-demand',
    gpu: owner.preset === 'gpu',
    consolidateAfterMs: durationMs(fields.disruption?.consolidateAfter ?? '0s'),
    spec: manifest.spec,
  };
}

/** The plan of a cluster's world: from its spec, and its own manifests. */
export function worldPlan(
  resolved: ResolvedClusterSpec,
  manifests: WorldManifests,
  status: { accountId: string; interruptionQueue?: string },
): WorldPlan {
  const { metadata, spec } = resolved;
  const { name } = metadata;
  return {
    name,
    region: spec.region,
    accountId: status.accountId,
    vpcId: awsId('vpc', name),
    vpcCidr: spec.network.vpcCidr,
    securityGroup: awsId('sg', name),
    subnets: subnetsOf(resolved),
    versions: spec.versions,
    karpenterNamespace: spec.karpenter.namespace,
    interruptionQueue:
      status.interruptionQueue ?? clusterNames(name).interruptionQueue,
    prefixDelegation: spec.cilium.prefixDelegation,
    hubble: spec.cilium.hubble,
    wireguard: spec.cilium.encryption === 'wireguard',
    // Addresses cannot be counted for types that the data file does not have.
    systemInstanceType:
      spec.systemNodes.instanceTypes.find(type => findInstanceType(type)) ??
      'm6i.large',
    systemNodes: spec.systemNodes.min,
    nodeClasses: manifests.nodeClasses,
    pools: manifests.nodePools.map(manifest => poolPlan(manifest, resolved)),
  };
}

/** Whether a version is at least `<major>.<minor>`. */
export function isAtLeast(version: string, minimum: string): boolean {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  const [wantedMajor, wantedMinor] = minimum.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
