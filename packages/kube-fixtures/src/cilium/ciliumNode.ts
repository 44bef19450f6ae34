import { build, type Overrides } from '../base/build';
import { type ClusterFacts, testCluster } from '../base/ClusterFacts';
import { isAtLeast } from '../base/isAtLeast';
import type { KubeObject } from '../base/KubeObject';
import { ago } from '../base/time';
import { type Instance, instance as instanceOf } from '../nodes/instance';
import type { PoolFacts } from '../karpenter/poolFacts';
import { nodeLabels } from '../nodes/nodeLabels';
import { type Eni, enis as someEnis } from './eni';

/** How far Cilium has come on a node. */
export type CiliumStage =
  /** Made by the agent, without a status. */
  | 'created'
  /** The operator has found the instance: its interface is listed. */
  | 'interfaces'
  /** The operator has assigned addresses. */
  | 'addresses'
  /** The agent runs. */
  | 'ready';

/** What decides how a CiliumNode looks. */
export interface CiliumNodeFacts {
  cluster?: ClusterFacts;
  instance?: Instance;
  uid?: string;
  nodeUid?: string;
  createdAt?: string;
  pool?: PoolFacts | null;
  /** As the Node, whose labels it copies. */
  initialized?: boolean;
  stage?: CiliumStage;
  /** Default: two, with nine and three addresses. */
  enis?: Eni[];
  /** Owner by address, or how many of the pool are used. Default: four. */
  used?: ReadonlyMap<string, string> | number;
}

const PRE_ALLOCATE = 8;

type Known = Pick<CiliumNodeFacts, 'pool' | 'initialized'> & {
  cluster: ClusterFacts;
  instance: Instance;
  createdAt: string;
  stage: CiliumStage;
  enis: Eni[];
  used: ReadonlyMap<string, string>;
};

/** The pool: addresses with the interface that they belong to. */
function poolOf(enis: readonly Eni[]): [address: string, eni: string][] {
  return enis.flatMap(({ addresses, id }) =>
    addresses.map((address): [string, string] => [address, id]),
  );
}

/** Router and health first, as the agent takes them. */
function ownersOf(enis: readonly Eni[], count: number): Map<string, string> {
  return new Map(
    poolOf(enis)
      .slice(0, count)
      .map(([address], index) => [
        address,
        ['router', 'health'][index] ?? `default/pod-${index}`,
      ]),
  );
}

function eniStatus(eni: Eni, { instance, cluster }: Known) {
  return {
    addresses: eni.addresses.length > 0 ? eni.addresses : undefined,
    prefixes: eni.prefixes.length > 0 ? eni.prefixes : undefined,
    id: eni.id,
    ip: eni.ip,
    mac: eni.mac,
    // Cilium leaves out zero values: the first interface has no number.
    ...(eni.number > 0 && {
      number: eni.number,
      description: `Cilium-CNI (${instance.id})`,
      tags: {
        'io.cilium/cilium-managed': 'true',
        'io.cilium/cluster-name': cluster.name,
      },
    }),
    'security-groups': [cluster.securityGroup],
    subnet: { cidr: instance.subnet.cidr, id: instance.subnet.id },
    vpc: { id: cluster.vpcId, 'primary-cidr': cluster.vpcCidr },
  };
}

/** Demand and allocation as Cilium 1.20 and later write them. */
function multiPool({ enis, used }: Known) {
  const cidrs = enis.flatMap(({ addresses, prefixes }) =>
    prefixes.length > 0 ? prefixes : addresses.map(each => `${each}/32`),
  );
  const needed = { 'ipv4-addrs': used.size + PRE_ALLOCATE };
  return {
    allocated: [
      { allowFirstIP: true, allowLastIP: true, cidrs, pool: 'default' },
    ],
    requested: [{ needed, pool: 'default' }],
  };
}

function writesMultiPool({ cluster, stage }: Known): boolean {
  return stage === 'ready' && isAtLeast(cluster.versions.cilium, '1.20');
}

function ipamSpec(facts: Known) {
  if (facts.stage === 'created' || facts.stage === 'interfaces') {
    return { pools: {} };
  }
  return {
    pool: Object.fromEntries(
      poolOf(facts.enis).map(([address, resource]) => [address, { resource }]),
    ),
    pools: writesMultiPool(facts) ? multiPool(facts) : {},
    'pre-allocate': PRE_ALLOCATE,
  };
}

function statusOf(facts: Known) {
  const { stage, enis, used } = facts;
  if (stage === 'created') {
    return undefined;
  }
  const usedEntries = poolOf(enis)
    .filter(([address]) => used.has(address))
    .map(([address, resource]) => [
      address,
      { owner: used.get(address), resource },
    ]);
  const byId = enis.map(eni => [eni.id, eniStatus(eni, facts)]);
  return {
    'alibaba-cloud': {},
    azure: {},
    eni: enis.length > 0 ? { enis: Object.fromEntries(byId) } : {},
    ipam: {
      'operator-status': {},
      used:
        stage === 'ready' && usedEntries.length > 0 && !writesMultiPool(facts)
          ? Object.fromEntries(usedEntries)
          : undefined,
    },
  };
}

function specOf(facts: Known) {
  const { cluster, instance, stage, used } = facts;
  const owned = (owner: string) =>
    stage === 'ready'
      ? [...used].find(([, each]) => each === owner)?.[0]
      : undefined;
  const [router, health] = [owned('router'), owned('health')];
  return {
    addresses: [
      { ip: instance.ip, type: 'InternalIP' },
      ...(router ? [{ ip: router, type: 'CiliumInternalIP' }] : []),
    ],
    'alibaba-cloud': {},
    azure: {},
    bootid: instance.bootId,
    encryption: cluster.wireguard ? { key: 255 } : {},
    eni: {
      'availability-zone': instance.subnet.zone,
      'delete-on-termination': true,
      'disable-prefix-delegation': false,
      'first-interface-index': 0,
      'instance-type': instance.facts.type.name,
      'node-subnet-id': instance.subnet.id,
      'use-primary-address': false,
      'vpc-id': cluster.vpcId,
    },
    health: health ? { ipv4: health } : {},
    ingress: {},
    'instance-id': instance.id,
    ipam: ipamSpec(facts),
  };
}

/** A key of the right length that is the same for the same instance. */
function wireguardKey({ bootId }: Instance): string {
  return globalThis.btoa(bootId.padEnd(32).slice(0, 32));
}

/** A CiliumNode in service with twelve addresses, four of them used. */
export function ciliumNode(
  name: string,
  facts: CiliumNodeFacts & Overrides = {},
): KubeObject {
  const { used = 4, stage = 'ready', instance = instanceOf(name) } = facts;
  const { enis = someEnis([9, 3], [], instance.id) } = facts;
  const known: Known = {
    cluster: facts.cluster ?? testCluster,
    pool: facts.pool,
    initialized: facts.initialized ?? stage === 'ready',
    instance,
    createdAt: facts.createdAt ?? ago('1h'),
    stage,
    enis,
    used: typeof used === 'number' ? ownersOf(enis, used) : used,
  };
  return build(
    {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumNode',
      metadata: {
        name,
        uid: facts.uid ?? `ciliumnode-${name}`,
        creationTimestamp: known.createdAt,
        generation: 1,
        labels: nodeLabels(name, known.instance, known),
        annotations:
          known.cluster.wireguard && stage === 'ready'
            ? {
                'network.cilium.io/wg-pub-key': wireguardKey(known.instance),
              }
            : undefined,
        ownerReferences: [
          {
            apiVersion: 'v1',
            kind: 'Node',
            name,
            uid: facts.nodeUid ?? `node-${name}`,
          },
        ],
      },
      spec: specOf(known),
      status: statusOf(known),
    },
    facts,
  );
}
