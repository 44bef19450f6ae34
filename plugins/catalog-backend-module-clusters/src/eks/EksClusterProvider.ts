import type {
  LoggerService,
  RootConfigService,
  SchedulerService,
  SchedulerServiceTaskRunner,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { createEksRegion } from './createEksRegion';
import {
  EksClusterSet,
  type FindDiscovered,
  type FindInGit,
} from './EksClusterSet';
import type { EksRegion } from './EksRegion';
import { parseEksSources, type EksSource } from './eksSources';

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 5 },
};

/** Deadline for reading one region, in milliseconds. */
const DEADLINE_MS = 240_000;

/** The dependencies of an {@link EksClusterProvider}. */
export interface EksClusterProviderOptions {
  logger: LoggerService;
  scheduler: SchedulerService;
  findDiscovered: FindDiscovered;
  findInGit: FindInGit;
  /** Called when a cluster turns out to be in a platform repository as well. */
  onLeftToGit: () => void;
}

/**
 * Brings the EKS clusters of one region of an AWS account into the catalog.
 * Each region has a provider of its own: when a region cannot be read, its
 * clusters stay as they are, and other regions are not affected.
 */
export class EksClusterProvider implements EntityProvider {
  /**
   * Creates one provider for each region of each entry of
   * `clusters.catalog.eks`.
   */
  static fromConfig(
    config: RootConfigService,
    options: EksClusterProviderOptions,
  ): EksClusterProvider[] {
    const sources = parseEksSources(config.getOptional('clusters.catalog.eks'));
    if (sources.length === 0) {
      return [];
    }
    const manager = DefaultAwsCredentialsManager.fromConfig(config);
    const key = 'clusters.catalog.eksSchedule';
    const schedule = config.has(key)
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig(key),
        )
      : DEFAULT_SCHEDULE;
    return sources.flatMap(source =>
      source.regions.map(
        region =>
          new EksClusterProvider({
            source,
            region,
            connect: () => createEksRegion(manager, source.accountId, region),
            taskRunner: options.scheduler.createScheduledTaskRunner(schedule),
            ...options,
          }),
      ),
    );
  }

  readonly #id: string;
  readonly #logger: LoggerService;
  readonly #clusters: EksClusterSet;
  readonly #connect: () => Promise<EksRegion>;
  readonly #taskRunner: SchedulerServiceTaskRunner;
  readonly #onLeftToGit: () => void;
  #leftToGit = new Set<string>();
  #connection?: EntityProviderConnection;
  #reading?: EksRegion;

  /**
   * `connect` creates the AWS clients; when it fails, the next read tries
   * again.
   */
  constructor(options: {
    source: EksSource;
    region: string;
    connect: () => Promise<EksRegion>;
    taskRunner: SchedulerServiceTaskRunner;
    logger: LoggerService;
    findDiscovered: FindDiscovered;
    findInGit: FindInGit;
    onLeftToGit: () => void;
  }) {
    const { source, region } = options;
    this.#id = `clusters-eks:${source.accountId}:${region}`;
    this.#logger = options.logger.child({
      class: EksClusterProvider.name,
      account: source.accountId,
      region,
    });
    this.#clusters = new EksClusterSet(options);
    this.#connect = options.connect;
    this.#taskRunner = options.taskRunner;
    this.#onLeftToGit = options.onLeftToGit;
  }

  getProviderName(): string {
    return this.#id;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    await this.#taskRunner.run({
      id: `${this.#id}:refresh`,
      fn: signal => this.refresh(signal),
    });
  }

  /**
   * Reads the region now. Never throws: after a failure the catalog keeps its
   * entities.
   */
  async refresh(stop?: AbortSignal): Promise<void> {
    const deadline = AbortSignal.timeout(DEADLINE_MS);
    const signal = stop ? AbortSignal.any([stop, deadline]) : deadline;
    try {
      this.#reading ??= await this.#connect();
      const { entities, problems, leftToGit } = await this.#clusters.read(
        this.#reading,
        signal,
      );
      await this.#connection?.applyMutation({
        type: 'full',
        entities: entities.map(entity => ({ entity, locationKey: this.#id })),
      });
      if (leftToGit.some(name => !this.#leftToGit.has(name))) {
        this.#onLeftToGit();
      }
      this.#leftToGit = new Set(leftToGit);
      problems.forEach(problem => this.#logger.warn(problem));
      this.#logger.info(`Found ${entities.length} EKS clusters`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#logger.error(
        `EKS could not be read, the catalog keeps what it has: ${reason}`,
      );
    }
  }
}
