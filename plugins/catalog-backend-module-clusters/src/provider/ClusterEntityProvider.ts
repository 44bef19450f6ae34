import {
  LoggerService,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerService,
  SchedulerServiceTaskRunner,
  SchedulerServiceTaskScheduleDefinition,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import {
  parsePlatformRepositories,
  PlatformRepository,
} from '@clusterworks/plugin-clusters-spec';
import { ClusterSet, FindKnownEntity } from './ClusterSet';
import { isPushToClusters } from './isPushToClusters';
import { readPlatformTree } from './readPlatformTree';

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { minutes: 3 },
};

/** After a failed read, before the schedule would look again; milliseconds. */
const RETRY_AFTER_MS = [1_000, 3_000, 9_000, 27_000];

/**
 * When the set is read and applied once more after a start, in milliseconds.
 * A repository whose address changed is a new provider: while the catalog
 * still holds the entities of the old one, it drops ours with the same names,
 * and takes the old ones away only seconds later.
 */
const SETTLED_AFTER_MS = 5_000;

/** What {@link ClusterEntityProvider} works with. */
export interface ClusterEntityProviderOptions {
  logger: LoggerService;
  scheduler: SchedulerService;
  urlReader: UrlReaderService;
  /** Push events; without them only the schedule looks. */
  events?: EventsService;
  /** Finds a cluster that the catalog has already, for broken files. */
  findKnownEntity: FindKnownEntity;
}

/**
 * Reads the clusters of one platform repository into the catalog: on a
 * schedule, and at once when a push event touches them.
 *
 * What could not be read changes nothing: a failed read keeps the whole set, a
 * broken file keeps that cluster as it was and says why.
 */
export class ClusterEntityProvider implements EntityProvider {
  /** One provider for each entry of `clusters.platformRepositories`. */
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
  #running?: Promise<void>;
  #again = false;
  #failures = 0;
  #retry?: NodeJS.Timeout;

  private constructor(
    private readonly repository: PlatformRepository,
    private readonly options: ClusterEntityProviderOptions,
    private readonly taskRunner: SchedulerServiceTaskRunner,
  ) {
    this.#logger = options.logger.child({
      class: ClusterEntityProvider.name,
      repository: repository.url,
    });
    this.#clusters = new ClusterSet(repository, options.findKnownEntity);
  }

  getProviderName(): string {
    const { host, pathname } = new URL(this.repository.url);
    const { path } = this.repository;
    return `clusters-provider:${host}${pathname}${path ? `:${path}` : ''}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    const id = this.getProviderName();
    await this.options.events?.subscribe({
      id,
      topics: ['github.push'],
      onEvent: async ({ eventPayload }) => {
        if (isPushToClusters(eventPayload, this.repository)) {
          // Not awaited: whoever sent the event need not wait for the read.
          void this.refresh();
        }
      },
    });
    await this.taskRunner.run({
      id: `${id}:refresh`,
      fn: () => this.refresh(),
    });
    // The schedule survives restarts and may be due only later.
    void this.refresh();
    setTimeout(() => {
      this.#etag = undefined;
      void this.refresh();
    }, SETTLED_AFTER_MS).unref();
  }

  /**
   * Looks at the repository now. Calls while a look is under way share one more
   * look after it, so that a burst of pushes costs two reads. Never throws.
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
    const { urlReader } = this.options;
    const tree = await readPlatformTree(urlReader, this.repository, this.#etag);
    const { entities, problems } = await this.#clusters.update(tree.clusters);
    problems.forEach(problem => this.#logger.warn(problem));
    await this.#connection.applyMutation({
      type: 'full',
      entities: entities.map(entity => this.#deferred(entity)),
    });
    this.#etag = tree.etag;
    this.#logger.info(
      `Read ${entities.length} clusters, ${problems.length} with problems`,
    );
  }

  #deferred(entity: Entity) {
    return { entity, locationKey: this.getProviderName() };
  }
}
