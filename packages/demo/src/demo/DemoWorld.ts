import {
  type ResolvedClusterSpec,
  parseClusterFolder,
  parseClusterSpecYaml,
  resolveClusterSpec,
  clusterFolder,
} from '@clusterworks/plugin-clusters-spec';
import { join } from 'node:path';
import type { SimulatedGithub } from '@clusterworks/github-simulator';
import { freePort } from '@clusterworks/test-support';
import { realClock, type WorldClock } from '../world/time/WorldClock';
import { type ScenarioName, scenarios } from '../world/scenarios';
import { Applies } from './Applies';
import { type ClusterRecord, ClusterRecords, newRecord } from './ClusterRecord';
import { DEMO_ACCOUNT_ID, DemoCluster } from './DemoCluster';
import { type Demo, demoAwsKeys, type DemoOptions } from './DemoOptions';
import { DemoCi } from './DemoCi';
import { demoFleet, type FleetMember } from './fleet';
import {
  type AppliedCluster,
  publishStatus,
  publishStatuses,
  statusPath,
} from './publishStatus';
import { seedFleet } from './seedFleet';
import { TaskChain } from './TaskChain';

const DAY_MS = 24 * 3600_000;

/** The demo as a whole: GitHub, "Terraform", and the clusters. */
export class DemoWorld implements Demo {
  readonly clusters = new Map<string, DemoCluster>();
  readonly applies: Applies;
  readonly #records: ClusterRecords;
  readonly #clock: WorldClock;
  readonly #fleet: FleetMember[];
  readonly #specs = new Map<string, string>();
  #unsubscribe = () => {};
  readonly #tasks = new TaskChain(error =>
    this.#options.onWarning?.(String(error)),
  );
  readonly #ci: DemoCi;
  #nextIndex = 0;

  readonly #options: DemoOptions;

  constructor(options: DemoOptions, readonly github: SimulatedGithub) {
    this.#options = options;
    this.#records = new ClusterRecords(join(options.directory, 'clusters'));
    this.#clock = options.clock ?? realClock;
    this.#fleet = options.fleet ?? demoFleet();
    this.applies = new Applies(this.#clock);
    this.#ci = new DemoCi(github.repository, this.#clock);
  }

  async begin(): Promise<void> {
    await seedFleet(this.github, this.#fleet, this.#clock.now());
    const applied: AppliedCluster[] = [];
    for (const { spec } of this.#fleet) {
      const cluster = await this.#start(
        spec.spec.environment,
        spec.metadata.name,
      );
      applied.push(...(cluster ? [cluster] : []));
    }
    await publishStatuses(this.github, applied);
    await this.#look();
    this.#unsubscribe = this.github.repository.onPush(push => {
      this.#ci.check(push);
      if (push.ref === 'refs/heads/main') {
        this.#tasks.run(() => this.#look());
      }
    });
  }

  async startScenario(name: string, scenario: ScenarioName): Promise<void> {
    const cluster = this.clusters.get(name);
    if (!cluster) {
      throw new Error(`there is no cluster ${name} in the demo`);
    }
    if (!(scenario in scenarios)) {
      throw new Error(
        `there is no scenario ${scenario}; there are ${Object.keys(
          scenarios,
        ).join(', ')}`,
      );
    }
    cluster.record.scenario = scenario;
    await this.#tasks.run(() => this.#restart(cluster));
  }

  async stop(): Promise<void> {
    const tasksEnded = this.#tasks.stop();
    this.#unsubscribe();
    this.applies.stop();
    this.#ci.stop();
    await tasksEnded;
    await this.github.stop();
    await Promise.all([...this.clusters.values()].map(each => each.stop()));
  }

  /** Looks for clusters on main that are new, changed or gone. */
  async #look(): Promise<void> {
    const { repository } = this.github;
    const files = new Set(await repository.listFiles());
    const present = new Set<string>();
    for (const path of files) {
      const folder = parseClusterFolder(path);
      if (folder && path.endsWith('/cluster.yaml')) {
        present.add(folder.name);
        await this.#consider(folder, files.has(statusPath(folder)));
      }
    }
    for (const [name, cluster] of [...this.clusters]) {
      if (!present.has(name)) {
        this.clusters.delete(name);
        await cluster.stop();
      }
    }
  }

  async #consider(
    folder: { environment: string; name: string },
    isPublished: boolean,
  ): Promise<void> {
    const { environment, name } = folder;
    if (isPublished && !this.clusters.has(name)) {
      await this.#provision(environment, name);
    }
    const text = await this.#specText(environment, name);
    const isNew = !this.clusters.has(name);
    const isChanged = !isNew && this.#specs.get(name) !== text;
    if ((isNew || isChanged) && !this.applies.has(name)) {
      const delay = this.#options.applyDelayMs ?? 20_000;
      const finish = await this.#ci.apply();
      this.applies.schedule(name, delay, () => {
        void this.#tasks
          .run(() => this.#apply(environment, name).finally(finish))
          .catch(() => {});
      });
    }
  }

  /** Simulates `terraform apply` and the scripts that follow it. */
  async #apply(environment: string, name: string): Promise<void> {
    const existing = this.clusters.get(name);
    if (existing) {
      await existing.stop();
      this.clusters.delete(name);
    }
    await this.#provision(environment, name);
  }

  #specText(environment: string, name: string): Promise<string | undefined> {
    return this.github.repository.readFile(
      `${clusterFolder({ environment, name })}/cluster.yaml`,
    );
  }

  async #resolved(
    environment: string,
    name: string,
  ): Promise<ResolvedClusterSpec | undefined> {
    const text = await this.#specText(environment, name);
    if (text === undefined) {
      return undefined;
    }
    this.#specs.set(name, text);
    try {
      return resolveClusterSpec(parseClusterSpecYaml(text));
    } catch (error) {
      this.#options.onWarning?.(`${name} is not applied: ${error}`);
      return undefined;
    }
  }

  /** Starts a cluster and publishes its endpoint. */
  async #provision(environment: string, name: string): Promise<void> {
    const applied = await this.#start(environment, name);
    if (applied) {
      await publishStatus(this.github, applied);
    }
  }

  /** Starts a cluster; returns its status when this has to be published. */
  async #start(
    environment: string,
    name: string,
  ): Promise<AppliedCluster | undefined> {
    const resolved = await this.#resolved(environment, name);
    if (!resolved) {
      return undefined;
    }
    const record = await this.#recordOf(name);
    const cluster = new DemoCluster({
      resolved,
      record,
      records: this.#records,
      keys: this.#options.keys ?? demoAwsKeys,
      clock: this.#clock,
      onWarning: this.#options.onWarning,
    });
    await cluster.start();
    await this.#records.write(record);
    this.clusters.set(name, cluster);
    const status = await this.github.repository.readFile(
      statusPath({ environment, name }),
    );
    if (status?.includes(`endpoint: ${cluster.endpoint}\n`)) {
      return undefined;
    }
    return {
      environment,
      name,
      accountId: resolved.spec.accountId ?? DEMO_ACCOUNT_ID,
      endpoint: cluster.endpoint,
      certificateAuthority: cluster.caData,
      appliedAt: new Date(record.bornAt).toISOString(),
    };
  }

  async #restart(cluster: DemoCluster): Promise<void> {
    const folder = [...(await this.github.repository.listFiles())]
      .map(parseClusterFolder)
      .find(each => each?.name === cluster.name);
    await cluster.stop();
    await this.#records.write(cluster.record);
    if (folder) {
      await this.#provision(folder.environment, folder.name);
    }
  }

  async #recordOf(name: string): Promise<ClusterRecord> {
    const { clusterPortBase } = this.#options;
    const known = await this.#records.read(name);
    const member = this.#fleet.find(({ spec }) => spec.metadata.name === name);
    const index = known?.index ?? this.#nextIndex;
    this.#nextIndex = Math.max(this.#nextIndex, index + 1);
    const reachability = member?.reachability ?? 'reachable';
    let port = clusterPortBase ? clusterPortBase + index : known?.port ?? 0;
    if (port === 0 && reachability === 'unreachable') {
      port = await freePort();
    }
    if (known) {
      return { ...known, index, port };
    }
    return newRecord({
      name,
      index,
      port,
      bornAt: this.#clock.now() - (member?.ageDays ?? 0) * DAY_MS,
      scenario: member?.scenario ?? 'healthy',
      reachability,
    });
  }
}
