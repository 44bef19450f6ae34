import type {
  LoggerService,
  RootConfigService,
  SchedulerService,
  SchedulerServiceTaskRunner,
  SchedulerServiceTaskScheduleDefinition,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { PlatformRepository } from '@clusterworks/plugin-clusters-spec';
import { parsePlatformRepositories } from '@clusterworks/plugin-clusters-spec';
import type { FindKnownEntity } from './ClusterSet';
import { ClusterSet } from './ClusterSet';
import { isPushToClusters } from './isPushToClusters';
import { readPlatformTree } from './readPlatformTree';

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { minutes: 3 },
};

/**
 * Pauses before a failed read is repeated, ahead of the schedule; milliseconds.
 */
const RETRY_AFTER_MS = [1_000, 3_000, 9_000, 27_000];

/**
 * When the clusters are read and applied once more after a start, in
 * milliseconds. A repository with a changed address gets a new provider. While
 * the catalog still holds the entities of the old provider, it drops ours with
 * the same names, and it removes the old ones only seconds later.
 */
const SETTLED_AFTER_MS = 5_000;

/** The dependencies of a {@link ClusterEntityProvider}. */
export interface ClusterEntityProviderOptions {
  logger: LoggerService;
  scheduler: SchedulerService;
  urlReader: UrlReaderService;
  /** Push events; without them, only the schedule causes reads. */
  events?: EventsService;
  /**
   * Finds the entity that the catalog has of a cluster whose files are broken.
   */
  findKnownEntity: FindKnownEntity;
}

/**
 * Reads the clusters of one platform repository into the catalog: on a
 * schedule, and at once when a push event concerns them.
 *
 * A failed read changes nothing. A broken file leaves that cluster's entity as
 * it was and adds the reason.
 */
export class ClusterEntityProvider implements EntityProvider {
  /** Creates one provider for each entry of `clusters.platformRepositories`. */
  static fromConfig(
    config: RootConfigService,
    options: ClusterEntityProviderOptions,
  ): ClusterEntityProvider[] {
    const schedule = config.has('clusters.catalog.schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig('clusters.catalog.schedule'),
        )
      : DEFAULT_SCHEDULE;
    return parsePlatformRepositories(
      config.getOptional('clusters.platformRepositories'),
    ).map(
      repository =>
        new ClusterEntityProvider(
          repository,
          options,
          options.scheduler.createScheduledTaskRunner(schedule),
        ),
    );
  }

  readonly #logger: LoggerService;
  readonly #clusters: ClusterSet;
  #connection?: EntityProviderConnection;
  #etag?: string;
  #wasRead = false;
  #running?: Promise<void>;
  #again = false;
  #failures = 0;
  #retry?: NodeJS.Timeout;

  readonly #repository: PlatformRepository;
  readonly #options: ClusterEntityProviderOptions;
  readonly #taskRunner: SchedulerServiceTaskRunner;

  private constructor(
    repository: PlatformRepository,
    options: ClusterEntityProviderOptions,
    taskRunner: SchedulerServiceTaskRunner,
  ) {
    this.#repository = repository;
    this.#options = options;
    this.#taskRunner = taskRunner;
    this.#logger = options.logger.child({
      class: ClusterEntityProvider.name,
      repository: repository.url,
    });
    this.#clusters = new ClusterSet(repository, options.findKnownEntity);
  }

  getProviderName(): string {
    const { host, pathname } = new URL(this.#repository.url);
    const { path } = this.#repository;
    return `clusters-provider:${host}${pathname}${path ? `:${path}` : ''}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    const id = this.getProviderName();
    await this.#options.events?.subscribe({
      id,
      topics: ['github.push'],
      onEvent: async ({ eventPayload }) => {
        if (isPushToClusters(eventPayload, this.#repository)) {
          // Not awaited, because the sender of the event does not need the
          // result.
          void this.refresh();
        }
      },
    });
    await this.#taskRunner.run({
      id: `${id}:refresh`,
      fn: () => this.refresh(),
    });
    // The schedule survives restarts, so its first run may be due much later.
    void this.refresh();
    setTimeout(() => void this.applyAgain(), SETTLED_AFTER_MS).unref();
  }

  /**
   * The clusters of the repository as last read.
   *
   * @throws before the first read that succeeded
   */
  get read(): Entity[] {
    if (!this.#wasRead) {
      throw new Error(`${this.#repository.url} has not been read yet`);
    }
    return this.#clusters.known;
  }

  /**
   * Reads the repository now and applies it even if nothing changed: the
   * catalog drops an entity whose name another provider's entity has, and does
   * not ask for it again when the name becomes free.
   */
  async applyAgain(): Promise<void> {
    this.#etag = undefined;
    await this.refresh();
  }

  /**
   * Reads the repository now. All calls during a read share one further read
   * after it, so that a burst of pushes costs two reads. Never throws.
   */
  refresh(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#refreshUntilQuiet().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #refreshUntilQuiet(): Promise<void> {
    do {
      this.#again = false;
      clearTimeout(this.#retry);
      try {
        await this.#refreshOnce();
        this.#failures = 0;
      } catch (error) {
        this.#onError(error);
      }
    } while (this.#again);
  }

  #onError(error: unknown): void {
    if (isError(error) && error.name === 'NotModifiedError') {
      this.#failures = 0;
      this.#logger.debug('The clusters in git have not changed');
      return;
    }
    const reason = error instanceof Error ? error.message : error;
    this.#logger.error(
      `The clusters could not be read, the catalog keeps what it has: ${reason}`,
    );
    const delay = RETRY_AFTER_MS[this.#failures++];
    if (delay !== undefined) {
      this.#retry = setTimeout(() => this.refresh(), delay).unref();
    }
  }

  async #refreshOnce(): Promise<void> {
    if (!this.#connection) {
      return;
    }
    const { urlReader } = this.#options;
    const tree = await readPlatformTree(
      urlReader,
      this.#repository,
      this.#etag,
    );
    const { entities, problems } = await this.#clusters.update(tree.clusters);
    problems.forEach(problem => this.#logger.warn(problem));
    await this.#connection.applyMutation({
      type: 'full',
      entities: entities.map(entity => this.#deferred(entity)),
    });
    this.#etag = tree.etag;
    this.#wasRead = true;
    this.#logger.info(
      `Read ${entities.length} clusters, ${problems.length} with problems`,
    );
  }

  #deferred(entity: Entity) {
    return { entity, locationKey: this.getProviderName() };
  }
}
