import {
  ago,
  type CiliumStage,
  type ClusterFacts,
  defaultPool,
  type Eni,
  type Instance,
  instance,
  type NodeClaimFacts,
  type NodeFacts,
  type Overrides,
  type PoolFacts,
} from '@clusterworks/kube-fixtures';
import { hexId, nameEnd } from './hexId';

/** The facts that decide how an instance and its objects look. */
export interface MachineFacts {
  /** Default m6i.xlarge. */
  type?: string;
  /** Index of its subnet. */
  zone?: number;
  /** `null`: of the managed node group. */
  pool?: PoolFacts | null;
  capacityType?: 'spot' | 'on-demand';
  /** When Karpenter made its NodeClaim. */
  createdAt?: string;
  /** When its kubelet joined; `null` while it has not. */
  joinedAt?: string | null;
  /** When Cilium was ready on it; `null` while it is not. */
  networkReadyAt?: string | null;
  /**
   * The stage of Cilium on the machine. Default: derived from
   * `networkReadyAt`.
   */
  ciliumStage?: CiliumStage;
  /** Whether Cilium's agent runs on it at all. */
  cilium?: boolean;
  /** Addresses that Cilium keeps ready beyond those that are used. */
  freeAddresses?: number;
  /** Changes to its Node. */
  node?: Partial<NodeFacts> & Overrides;
  /** Changes to its NodeClaim. */
  claim?: Partial<NodeClaimFacts> & Overrides;
  /** Changes to its CiliumNode. */
  ciliumNode?: Overrides;
}

/**
 * The address block of the first machine; each further machine has the next
 * block.
 */
const FIRST_BLOCK = 2;

/** An instance of a cluster, and the addresses that its pods have. */
export class Machine {
  readonly instance: Instance;
  readonly nodeName: string;
  readonly claimName: string;
  readonly createdAt: string;
  readonly joinedAt: string | null;
  readonly networkReadyAt: string | null;
  readonly owners = new Map<string, string>();

  constructor(
    readonly key: string,
    readonly index: number,
    readonly cluster: ClusterFacts,
    readonly facts: MachineFacts,
  ) {
    const { type = 'm6i.xlarge', zone = 0, capacityType = 'on-demand' } = facts;
    const subnet = cluster.subnets[zone];
    const base = instance(key, { type });
    this.instance = {
      ...base,
      id: `i-${hexId(`${cluster.name}/${key}`)}`,
      capacityType,
      subnet,
      ip: this.#address(0, 10 + index),
      bootId: hexId(`boot/${key}`, 32),
    };
    this.nodeName = `ip-${this.instance.ip.replaceAll('.', '-')}.${
      cluster.region
    }.compute.internal`;
    this.claimName = `${(facts.pool ?? defaultPool).name}-${nameEnd(key)}`;
    this.createdAt = facts.createdAt ?? ago('6h');
    this.joinedAt =
      facts.joinedAt === undefined ? this.createdAt : facts.joinedAt;
    this.networkReadyAt =
      facts.networkReadyAt === undefined ? this.joinedAt : facts.networkReadyAt;
    if (this.hasCilium && this.networkReadyAt) {
      this.take('router');
      this.take('health');
    }
  }

  get hasCilium(): boolean {
    return this.facts.cilium ?? true;
  }

  get stage(): CiliumStage {
    return (
      this.facts.ciliumStage ?? (this.networkReadyAt ? 'ready' : 'interfaces')
    );
  }

  /** The most addresses that Cilium can give to its pods. */
  get capacity(): number {
    const { enis, ipv4PerEni } = this.instance.facts.type;
    return enis * (ipv4PerEni - 1);
  }

  /** The next address of the machine, for a pod. */
  take(owner: string): string {
    const address = this.#address(
      FIRST_BLOCK + this.index,
      10 + this.owners.size,
    );
    this.owners.set(address, owner);
    return address;
  }

  /** Its interfaces, filled one after the other as Cilium does. */
  enis(): Eni[] {
    const { ipv4PerEni } = this.instance.facts.type;
    const wanted =
      this.stage === 'ready' || this.stage === 'addresses'
        ? this.owners.size + (this.facts.freeAddresses ?? 8)
        : 0;
    const addresses = Array.from(
      { length: Math.min(this.capacity, wanted) },
      (_, index) => this.#address(FIRST_BLOCK + this.index, 10 + index),
    );
    const perEni = ipv4PerEni - 1;
    const count = Math.max(1, Math.ceil(addresses.length / perEni));
    return Array.from({ length: count }, (_, number) => ({
      id: `eni-${hexId(`${this.instance.id}/${number}`)}`,
      number,
      ip:
        number === 0
          ? this.instance.ip
          : this.#address(1, this.index * 8 + number),
      mac: `06:${hexId(`${this.instance.id}/${number}`, 10).replace(
        /(..)(?=.)/g,
        '$1:',
      )}`,
      addresses: addresses.slice(number * perEni, (number + 1) * perEni),
      prefixes: [],
    }));
  }

  #address(block: number, last: number): string {
    const { zone = 0 } = this.facts;
    return `10.0.${zone * 32 + block}.${last}`;
  }
}
