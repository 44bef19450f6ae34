import { AddressBook, Eni, prefixAddresses } from '../model/AddressBook';
import { Machine } from '../model/Machine';
import { awsId, Subnet, WorldPlan } from '../model/WorldPlan';
import { Random } from './Random';

/** Addresses that the Cilium operator keeps ready on each node. */
const PRE_ALLOCATE = 8;

/** Gives addresses to nodes and pods as Cilium's ENI mode does. */
export class Addresses {
  private readonly books = new Map<string, AddressBook>();

  constructor(
    private readonly plan: WorldPlan,
    private readonly random: Random,
  ) {
    plan.subnets.forEach(subnet =>
      this.books.set(subnet.id, new AddressBook(subnet.cidr)),
    );
  }

  /** The addresses of a subnet. */
  book(subnet: Subnet): AddressBook {
    const book = this.books.get(subnet.id);
    if (!book) {
      throw new Error(`no subnet ${subnet.id} in this world`);
    }
    return book;
  }

  /** The first interface of an instance, with no addresses but its own. */
  primaryEni(machine: Machine): Eni {
    return {
      id: awsId('eni', `${machine.instanceId}/0`),
      number: 0,
      ip: machine.ip,
      mac: this.mac(),
      addresses: [],
      prefixes: [],
    };
  }

  /** Fills the pool of a node up to used + 8, or as far as EC2 allows. */
  fill(machine: Machine): void {
    const { cilium } = machine;
    const wanted = cilium.used.size + PRE_ALLOCATE;
    while (this.total(machine) < wanted && this.addOne(machine)) {
      // Until there is enough, or nothing is left to take.
    }
    this.attachWhenFull(machine);
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

  /** Gives the address of an owner back to the node's pool. */
  release(machine: Machine, owner: string): void {
    const { used } = machine.cilium;
    for (const [address, each] of used) {
      if (each === owner) {
        used.delete(address);
      }
    }
  }

  /** Everything of an instance that has ended goes back to the subnet. */
  terminate(machine: Machine): void {
    const book = this.book(machine.subnet);
    book.release(machine.ip);
    for (const eni of machine.cilium.enis) {
      book.release(eni.ip);
      eni.addresses.forEach(address => book.release(address));
    }
  }

  private total(machine: Machine): number {
    return machine.cilium.enis.reduce(
      (sum, eni) => sum + eni.addresses.length,
      0,
    );
  }

  private slots(eni: Eni, machine: Machine): number {
    const perEni = machine.instance.type.ipv4PerEni - 1;
    return perEni - (eni.prefixes.length || eni.addresses.length);
  }

  private addOne(machine: Machine): boolean {
    const { cilium } = machine;
    let eni = cilium.enis.find(each => this.slots(each, machine) > 0);
    eni ??= this.attach(machine);
    if (!eni) {
      return false;
    }
    const book = this.book(machine.subnet);
    const prefix = this.plan.prefixDelegation ? book.takePrefix() : undefined;
    if (prefix) {
      eni.prefixes.push(prefix);
      eni.addresses.push(...prefixAddresses(prefix));
      return true;
    }
    const address = book.take();
    if (address) {
      eni.addresses.push(address);
    }
    return address !== undefined;
  }

  /** A second interface comes as soon as the first is full. */
  private attachWhenFull(machine: Machine): void {
    const { enis } = machine.cilium;
    if (enis.length > 0 && enis.every(eni => this.slots(eni, machine) <= 0)) {
      this.attach(machine);
    }
  }

  private attach(machine: Machine): Eni | undefined {
    const { enis } = machine.cilium;
    if (enis.length >= machine.instance.type.enis) {
      return undefined;
    }
    const ip = this.book(machine.subnet).take();
    if (!ip) {
      return undefined;
    }
    const eni = {
      id: awsId('eni', `${machine.instanceId}/${enis.length}`),
      number: enis.length,
      ip,
      mac: this.mac(),
      addresses: [],
      prefixes: [],
    };
    enis.push(eni);
    return eni;
  }

  private mac(): string {
    return `06:${Array.from({ length: 5 }, () => this.random.hex(2)).join(
      ':',
    )}`;
  }
}
