import { KubeObject } from '@clusterworks/kube-simulator';
import { Eni } from '../model/AddressBook';
import { Machine } from '../model/Machine';
import { isAtLeast, WorldPlan } from '../model/WorldPlan';

function ownerOf(machine: Machine, address: string): string | undefined {
  return machine.cilium.used.get(address);
}

function eniEntry(eni: Eni, machine: Machine, plan: WorldPlan) {
  return {
    ...(eni.addresses.length > 0 && { addresses: eni.addresses }),
    ...(eni.prefixes.length > 0 && { prefixes: eni.prefixes }),
    id: eni.id,
    ip: eni.ip,
    mac: eni.mac,
    // Zero values are left out (cilium-observed 1).
    ...(eni.number > 0 && {
      number: eni.number,
      description: `Cilium-CNI (${machine.instanceId})`,
      tags: {
        'io.cilium/cilium-managed': 'true',
        'io.cilium/cluster-name': plan.name,
      },
    }),
    'security-groups': [plan.securityGroup],
    subnet: { cidr: machine.subnet.cidr, id: machine.subnet.id },
    vpc: { id: plan.vpcId, 'primary-cidr': plan.vpcCidr },
  };
}

/** Address, interface pairs in the pool. */
export function poolOf(machine: Machine): [string, string][] {
  return machine.cilium.enis.flatMap(eni =>
    eni.addresses.map((address): [string, string] => [address, eni.id]),
  );
}

/** Demand and allocation since Cilium 1.20 (cilium-observed 5). */
function multiPool(machine: Machine) {
  const prefixes = machine.cilium.enis.flatMap(eni => eni.prefixes);
  const singles = machine.cilium.enis.flatMap(eni =>
    eni.prefixes.length > 0 ? [] : eni.addresses.map(each => `${each}/32`),
  );
  return {
    allocated: [
      {
        allowFirstIP: true,
        allowLastIP: true,
        cidrs: [...prefixes, ...singles],
        pool: 'default',
      },
    ],
    requested: [
      {
        needed: { 'ipv4-addrs': machine.cilium.used.size + 8 },
        pool: 'default',
      },
    ],
  };
}

function ipam(machine: Machine, plan: WorldPlan) {
  const { stage } = machine.cilium;
  if (stage !== 'addresses' && stage !== 'ready') {
    return { pools: {} };
  }
  const pools =
    stage === 'ready' && isAtLeast(plan.versions.cilium, '1.20')
      ? multiPool(machine)
      : {};
  return {
    pool: Object.fromEntries(
      poolOf(machine).map(([address, resource]) => [address, { resource }]),
    ),
    pools,
    'pre-allocate': 8,
  };
}

function status(machine: Machine, plan: WorldPlan) {
  const { stage, enis } = machine.cilium;
  if (stage === 'created') {
    return {};
  }
  const used = Object.fromEntries(
    poolOf(machine).flatMap(([address, resource]) => {
      const owner = ownerOf(machine, address);
      return owner ? [[address, { owner, resource }]] : [];
    }),
  );
  return {
    status: {
      'alibaba-cloud': {},
      azure: {},
      eni:
        enis.length > 0
          ? {
              enis: Object.fromEntries(
                enis.map(eni => [eni.id, eniEntry(eni, machine, plan)]),
              ),
            }
          : {},
      ipam: {
        'operator-status': {},
        ...(stage === 'ready' &&
          !isAtLeast(plan.versions.cilium, '1.20') && { used }),
      },
    },
  };
}

function addressOf(machine: Machine, owner: string): string | undefined {
  return [...machine.cilium.used].find(([, each]) => each === owner)?.[0];
}

/** The CiliumNode of a machine whose agent has made one. */
export function ciliumNodeObject(
  machine: Machine,
  labels: Record<string, string>,
  plan: WorldPlan,
): KubeObject {
  const router = addressOf(machine, 'router');
  const health = addressOf(machine, 'health');
  return {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNode',
    metadata: {
      name: machine.nodeName,
      uid: machine.uids.cilium,
      creationTimestamp: machine.cilium.createdAt,
      generation: 1,
      labels,
      ...(plan.wireguard &&
        router && {
          annotations: {
            'network.cilium.io/wg-pub-key': `${Buffer.from(
              machine.bootId.padEnd(32).slice(0, 32),
            ).toString('base64')}`,
          },
        }),
      ownerReferences: [
        {
          apiVersion: 'v1',
          kind: 'Node',
          name: machine.nodeName,
          uid: machine.uids.node,
        },
      ],
    },
    spec: {
      addresses: [
        { ip: machine.ip, type: 'InternalIP' },
        ...(router ? [{ ip: router, type: 'CiliumInternalIP' }] : []),
      ],
      'alibaba-cloud': {},
      azure: {},
      bootid: machine.bootId,
      encryption: plan.wireguard ? { key: 255 } : {},
      eni: {
        'availability-zone': machine.subnet.zone,
        'delete-on-termination': true,
        'disable-prefix-delegation': false,
        'first-interface-index': 0,
        'instance-type': machine.instance.type.name,
        'node-subnet-id': machine.subnet.id,
        'use-primary-address': false,
        'vpc-id': plan.vpcId,
      },
      health: health ? { ipv4: health } : {},
      ingress: {},
      'instance-id': machine.instanceId,
      ipam: ipam(machine, plan),
    },
    ...status(machine, plan),
  };
}
