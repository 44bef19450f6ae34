import * as kube from '@clusterworks/kube-fixtures';

interface CiliumNodeOptions {
  /** Seconds. */
  age?: number;
  type?: string;
  /** Number of addresses per interface; the pool contains all of them. */
  enis?: number[];
  prefixes?: number[];
  /**
   * Number of addresses in the pool, when it differs from those of the
   * interfaces.
   */
  pool?: number;
  used?: number;
  /** Demand and prefixes in the format of Cilium 1.20. */
  requested?: number;
  cidrs?: number;
  /** Whether the agent runs. */
  up?: boolean;
  noStatus?: boolean;
  instance?: string;
  ownerUid?: string;
  release?: Record<string, string>;
  error?: string;
  wireguard?: boolean;
  eni?: object;
  subnet?: string;
  /** Ids of the interfaces, when they matter. */
  eniIds?: string[];
  eniZones?: string[];
  /** The interface that the addresses of the pool name. */
  poolOn?: string;
  zone?: string;
}

/**
 * The CiliumNode of a settled m6i.large with 12 addresses, 4 of which are used.
 */
export function ciliumNode(
  name: string,
  options: CiliumNodeOptions = {},
): kube.KubeObject {
  const { up = true, used = 4 } = options;
  const [subnet] = kube.testCluster.subnets;
  const instance = kube.instance(name, {
    id: options.instance ?? `i-${name}`,
    subnet: {
      ...subnet,
      id: options.subnet ?? subnet.id,
      zone: options.zone ?? subnet.zone,
    },
  });
  const enis = kube
    .enis(options.enis ?? [9, 3], options.prefixes, instance.id)
    .map((eni, index) => ({ ...eni, id: options.eniIds?.[index] ?? eni.id }));
  return kube.ciliumNode(name, {
    instance,
    cluster: { ...kube.testCluster, wireguard: options.wireguard ?? false },
    createdAt: kube.ago(`${options.age ?? 3600}s`),
    nodeUid: options.ownerUid,
    stage: stageOf(options),
    enis,
    used,
    spec: {
      addresses: [
        { type: 'InternalIP', ip: instance.ip },
        ...(up ? [{ type: 'CiliumInternalIP', ip: kube.poolAddress(0) }] : []),
      ],
      eni: {
        ...(options.type !== undefined && { 'instance-type': options.type }),
        ...options.eni,
      },
      ipam: {
        'pre-allocate': 8,
        pool: poolOf(options, enis),
        pools: poolsOf(options),
      },
    },
    ...(!options.noStatus && { status: statusOf(options, enis) }),
  });
}

function stageOf({ noStatus, up = true }: CiliumNodeOptions): kube.CiliumStage {
  if (noStatus) {
    return 'created';
  }
  return up ? 'ready' : 'addresses';
}

/** The given number of addresses, for a pool or for used addresses. */
function addresses(count: number, value: object): kube.Json {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      kube.poolAddress(index),
      value,
    ]),
  );
}

/** The pool, when it differs from the addresses of the interfaces. */
function poolOf(
  { pool, poolOn }: CiliumNodeOptions,
  enis: readonly kube.Eni[],
): kube.Json {
  const count = enis.reduce((sum, eni) => sum + eni.addresses.length, 0);
  return pool === undefined && poolOn === undefined
    ? {}
    : addresses(pool ?? count, poolOn ? { resource: poolOn } : {});
}

function poolsOf({ requested, cidrs }: CiliumNodeOptions): kube.Json {
  return {
    ...(requested !== undefined && {
      requested: [{ pool: 'default', needed: { 'ipv4-addrs': requested } }],
    }),
    ...(cidrs !== undefined && {
      allocated: [
        {
          pool: 'default',
          cidrs: Array.from({ length: cidrs }, (_, i) => `10.1.${i}.0/28`),
        },
      ],
    }),
  };
}

function statusOf(
  { eniZones, used = 4, pool, release, error }: CiliumNodeOptions,
  enis: readonly kube.Eni[],
): kube.Json {
  return {
    ...(eniZones && {
      eni: {
        enis: Object.fromEntries(
          enis.map(({ id }, index) => [
            id,
            { 'availability-zone': eniZones[index] },
          ]),
        ),
      },
    }),
    ipam: {
      // Addresses stay in use even when EC2 no longer knows the interface.
      ...(pool !== undefined && { used: addresses(used, {}) }),
      ...(release && { 'release-ips': release }),
      ...(error && { 'operator-status': { error } }),
    },
  };
}
