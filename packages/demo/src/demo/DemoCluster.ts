import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';
import type { AwsKeys, SimulatedCluster } from '@clusterworks/kube-simulator';
import {
  CertificateAuthority,
  startSimulatedCluster,
} from '@clusterworks/kube-simulator';
import { worldPlan } from '../world/plan/WorldPlan';
import { scenarios } from '../world/scenarios';
import type { WorldClock } from '../world/time/WorldClock';
import { World } from '../world/World';
import type { ClusterRecord, ClusterRecords } from './ClusterRecord';

/** resourceVersions are reserved in blocks, so that few writes go to disk. */
const RESERVED_BLOCK = 100_000;
const LOW_WATER = 20_000;

/** The account of the demo's clusters. */
export const DEMO_ACCOUNT_ID = '123456789012';

/** One cluster of the demo: its world and its API server. */
export class DemoCluster {
  #world: World | undefined;
  #server: SimulatedCluster | undefined;
  #reserving: Promise<void> = Promise.resolve();
  #timer: (() => void) | undefined;

  readonly #options: {
    resolved: ResolvedClusterSpec;
    record: ClusterRecord;
    records: ClusterRecords;
    keys: AwsKeys;
    clock: WorldClock;
    onWarning?: (message: string) => void;
  };

  constructor(options: {
    resolved: ResolvedClusterSpec;
    record: ClusterRecord;
    records: ClusterRecords;
    keys: AwsKeys;
    clock: WorldClock;
    onWarning?: (message: string) => void;
  }) {
    this.#options = options;
  }

  get name(): string {
    return this.#options.record.name;
  }

  get record(): ClusterRecord {
    return this.#options.record;
  }

  /** The simulated API server; undefined for an unreachable cluster. */
  get simulated(): SimulatedCluster | undefined {
    return this.#server;
  }

  /** The world behind it, for tests. */
  get simulatedWorld(): World | undefined {
    return this.#world;
  }

  /** `https://127.0.0.1:<port>`. */
  get endpoint(): string {
    return `https://127.0.0.1:${this.record.port}`;
  }

  /** Base64 of the PEM of the cluster's authority. */
  get caData(): string {
    return CertificateAuthority.from(this.record.authority).caData;
  }

  /** Starts world and server; on another port when the cluster's is taken. */
  async start(): Promise<void> {
    const { resolved, record, clock } = this.#options;
    if (record.reachability === 'unreachable') {
      return;
    }
    this.#world = new World({
      plan: worldPlan(resolved),
      bornAt: record.bornAt,
      scenario: scenarios[record.scenario],
      clock,
      resourceVersion: record.reservedVersion,
      onError: error =>
        this.#options.onWarning?.(`the world of ${record.name}: ${error}`),
    });
    this.#server = await this.#listen(this.#world);
    record.port = this.#server.port;
    await this.#reserve();
    this.#world.start();
    this.#watchReserve();
  }

  async #listen(world: World): Promise<SimulatedCluster> {
    try {
      return await this.#serve(world, this.record.port);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') {
        throw error;
      }
      this.#options.onWarning?.(
        `port ${this.record.port} of ${this.name} is taken; another one is published`,
      );
      return this.#serve(world, 0);
    }
  }

  #serve(world: World, port: number): Promise<SimulatedCluster> {
    const { resolved, record, keys } = this.#options;
    const { plan, store } = world;
    const version = plan.serverVersion ?? plan.versions.kubernetes;
    return startSimulatedCluster({
      id: record.name,
      port,
      store,
      installCustomResources: false,
      certificateAuthority: CertificateAuthority.from(record.authority),
      serverVersion: `v${version}.4-eks-1a2b3c4`,
      auth: {
        type: 'eks',
        keys,
        roleArn: resolved.spec.access.portalRoleArn,
        groups:
          record.reachability === 'forbidden' ? [] : ['clusterworks:readers'],
      },
    });
  }

  /** Stops the world and the server. */
  async stop(): Promise<void> {
    this.#timer?.();
    this.#world?.stop();
    await this.#server?.stop();
    await this.#reserving;
  }

  /** Makes sure that no resourceVersion is used again after a restart. */
  async #reserve(): Promise<void> {
    const { record, records } = this.#options;
    const current = this.#world?.store.resourceVersion ?? 0;
    if (record.reservedVersion - current < LOW_WATER) {
      record.reservedVersion = current + RESERVED_BLOCK;
    }
    this.#reserving = records.write(record);
    await this.#reserving;
  }

  #watchReserve(): void {
    this.#timer = this.#options.clock.after(60_000, () => {
      const current = this.#world?.store.resourceVersion ?? 0;
      if (this.record.reservedVersion - current < LOW_WATER) {
        void this.#reserve();
      }
      this.#watchReserve();
    });
  }
}
