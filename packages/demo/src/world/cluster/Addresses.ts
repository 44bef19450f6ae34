import type { Eni, Subnet } from '@clusterworks/kube-fixtures';
import { awsId } from '../plan/awsId';
import type { WorldPlan } from '../plan/WorldPlan';
import type { Random } from '../time/Random';
import type { Machine } from './Machine';
import { SubnetAddresses } from './SubnetAddresses';

/** Addresses that the Cilium operator keeps ready on each node. */
const PRE_ALLOCATE = 8;

/** Gives addresses to nodes and pods as Cilium's ENI mode does. */
export class Addresses {
  readonly #subnets = new Map<string, SubnetAddresses>();

  readonly #plan: WorldPlan;
  readonly #random: Random;

  constructor(plan: WorldPlan, random: Random) {
    this.#plan = plan;
    this.#random = random;
    plan.subnets.forEach(({ id, cidr }) =>
      this.#subnets.set(id, new SubnetAddresses(cidr)),
    );
  }

  /** The addresses of a subnet. */
  of({ id }: Subnet): SubnetAddresses {
    const subnet = this.#subnets.get(id);
    if (!subnet) {
      throw new Error(`no subnet ${id} in this world`);
    }
    return subnet;
  }

  /** Attaches an interface, which takes an address; the first has the node's. */
  attach(machine: Machine): Eni | undefined {
    const { instance, cilium } = machine;
    const number = cilium.enis.length;
    if (number >= instance.facts.type.enis) {
      return undefined;
    }
    const ip = number === 0 ? instance.ip : this.of(instance.subnet).take();
    if (!ip) {
      return undefined;
    }
    const eni: Eni = {
      id: awsId('eni', `${instance.id}/${number}`),
      number,
      ip,
      mac: `06:${Array.from({ length: 5 }, () => this.#random.hex(2)).join(
        ':',
      )}`,
      addresses: [],
      prefixes: [],
    };
    cilium.enis.push(eni);
    return eni;
  }

  /** Fills the pool of a node up to used + 8, or as far as EC2 allows. */
  fill(machine: Machine): void {
    const { enis, used } = machine.cilium;
    const total = () =>
      enis.reduce((sum, { addresses }) => sum + addresses.length, 0);
    while (total() < used.size + PRE_ALLOCATE && this.#addAddresses(machine)) {
      // Until there are enough addresses, or none is left.
    }
    // A second interface comes as soon as the first is full.
    if (enis.length > 0 && !this.#withRoom(machine)) {
      this.attach(machine);
    }
  }

  /** Takes an address of the pool for an owner; undefined when none is free. */
  assign(machine: Machine, owner: string): string | undefined {
    const { enis, used } = machine.cilium;
    const free = enis
      .flatMap(eni => eni.addresses)
      .find(address => !used.has(address));
    if (free) {
      used.set(free, owner);
      this.fill(machine);
    }
    return free;
  }

  /** Returns all addresses of an ended instance to the subnet. */
  terminate({ instance, cilium }: Machine): void {
    const subnet = this.of(instance.subnet);
    subnet.release(instance.ip);
    for (const { ip, addresses } of cilium.enis) {
      [ip, ...addresses].forEach(address => subnet.release(address));
    }
  }

  /** An interface with room for one more address or prefix. */
  #withRoom({ instance, cilium }: Machine): Eni | undefined {
    const slots = instance.facts.type.ipv4PerEni - 1;
    return cilium.enis.find(
      ({ prefixes, addresses }) =>
        (prefixes.length || addresses.length) < slots,
    );
  }

  #addAddresses(machine: Machine): boolean {
    const eni = this.#withRoom(machine) ?? this.attach(machine);
    if (!eni) {
      return false;
    }
    const subnet = this.of(machine.instance.subnet);
    const block = this.#plan.prefixDelegation ? subnet.takePrefix() : undefined;
    if (block) {
      eni.prefixes.push(block.prefix);
      eni.addresses.push(...block.addresses);
      return true;
    }
    const address = subnet.take();
    if (address) {
      eni.addresses.push(address);
    }
    return address !== undefined;
  }
}
