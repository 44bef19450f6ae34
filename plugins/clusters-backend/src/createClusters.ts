import type { lookup } from 'node:dns';
import type {
  AuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { ApiServerGuard } from '@clusterworks/plugin-clusters-node';
import type { Knex } from 'knex';
import {
  type ClustersConfig,
  readClustersConfig,
} from './config/readClustersConfig';
import { createCredentials } from './credentials/createCredentials';
import { databaseTime } from './database/databaseTime';
import { WriteMonitor } from './database/WriteMonitor';
import { CatalogDiscovery } from './discovery/ClusterDiscovery';
import { ReadableProviders } from './discovery/ReadableProviders';
import {
  readConfiguredClusters,
  readMaySkipTlsVerify,
} from './discovery/readConfiguredClusters';
import type { ClusterExtensions } from './extensions/ClusterExtensions';
import type { FleetStore } from './fleet/FleetStore';
import { HistoryPruner } from './history/HistoryPruner';
import { HistoryRecorder } from './history/HistoryRecorder';
import { HistoryStore } from './history/HistoryStore';
import { SignalNotifier } from './notify/SignalNotifier';
import { VerdictPublisher } from './notify/VerdictPublisher';
import { SoleOwnership } from './ownership/ClusterOwnership';
import { LeaseOwnership } from './ownership/LeaseOwnership';
import { type ApplyDecision, ClusterAccess } from './permissions/ClusterAccess';
import { createReaderGates, type ReaderLimits } from './reader';
import { FleetCoordinator } from './sessions/FleetCoordinator';
import { SessionManager } from './sessions/SessionManager';
import { targetOf } from './sessions/targetOf';
import { loadState } from './state/loadState';
import { PeerStateSync } from './state/PeerStateSync';
import { StateRecorder } from './state/StateRecorder';
import { StateStore } from './state/StateStore';

const PRUNING = {
  id: 'clusters-history:prune',
  // One backend prunes for all of them.
  scope: 'global',
  frequency: { minutes: 10 },
  timeout: { minutes: 5 },
} as const;

/** What the parts of the plugin are made from. */
export interface ClustersOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  events: EventsService;
  knex: Knex;
  logger: LoggerService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  signals: SignalsService;
  fleet: FleetStore;
  /** What modules of the host add. */
  extensions: ClusterExtensions;
  applyDecision: ApplyDecision;
  /** Looks host names up; other than the machine's only in tests. */
  resolve?: typeof lookup;
  /** Deadlines other than the configured ones; tests do not wait that long. */
  limits?: ReaderLimits;
  /** How backends share clusters; for tests too. In milliseconds. */
  sharing?: { leaseMs: number; settleMs: number };
  now(): number;
}

/** The parts of the plugin, put together but not yet running. */
export interface Clusters {
  access: ClusterAccess;
  history: HistoryStore;
  /** The clusters that this backend reads. */
  sessions: SessionManager;
  /** Rows of states and history that were given up so far. */
  lostRows(): number;
  start(): void;
  /** Writes down everything a last time and leaves all clusters. */
  stop(): Promise<void>;
}

/** Puts the parts of the plugin together. */
export function createClusters(options: ClustersOptions): Clusters {
  const { auth, fleet, knex, logger, permissions } = options;
  const settings = readClustersConfig(options.config);
  // Only PostgreSQL can be shared by several backends.
  const shared = knex.client.config.client === 'pg';
  const states = new StateStore(knex);
  const history = new HistoryStore(knex);
  const apply = options.applyDecision;
  const access = new ClusterAccess({ auth, permissions, apply });
  const sessions = createSessions(options, settings, states);
  const coordinator = createCoordinator(options, settings, sessions, shared);
  const recording = {
    fleet,
    sessions,
    now: options.now,
    // Others show what we save; alone, only a restart needs it.
    saveMs: shared ? 250 : 1_000,
  };
  const monitors = {
    states: new WriteMonitor(logger, 'states of clusters'),
    history: new WriteMonitor(logger, 'history'),
  };
  const stateRecorder = new StateRecorder({
    ...recording,
    states,
    monitor: monitors.states,
  });
  const historyRecorder = new HistoryRecorder({
    ...recording,
    history,
    monitor: monitors.history,
    pointMs: settings.history.intervalMs,
  });
  const peers = new PeerStateSync({
    fleet,
    states,
    logger,
    clusters: () => coordinator.clusters,
    owns: name => sessions.owns(name),
  });
  return {
    access,
    history,
    sessions,
    lostRows: () => monitors.states.lost + monitors.history.lost,
    start() {
      new SignalNotifier({ ...options, access }).start();
      new VerdictPublisher(options).start();
      stateRecorder.start();
      historyRecorder.start();
      sessions.start();
      coordinator.start();
      schedulePruning(options, settings);
      if (shared) {
        peers.start();
      }
    },
    async stop() {
      await peers.stop();
      await stateRecorder.stop();
      await historyRecorder.stop();
      await coordinator.stop();
    },
  };
}

function createSessions(
  options: ClustersOptions,
  settings: ClustersConfig,
  states: StateStore,
): SessionManager {
  const { config, fleet, logger, now } = options;
  const { assessMs } = settings;
  const { extensions } = options;
  const credentials = createCredentials(config, extensions.credentials);
  const guarded = ApiServerGuard.fromConfig(config).lookup(options.resolve);
  return new SessionManager({
    fleet,
    logger,
    assessMs,
    now,
    limits: options.limits ?? settings.limits,
    gates: createReaderGates(settings),
    extensions,
    target: cluster => targetOf(cluster, credentials, guarded),
    loadState: name => loadState(states, name),
  });
}

function createCoordinator(
  options: ClustersOptions,
  settings: ClustersConfig,
  sessions: SessionManager,
  shared: boolean,
): FleetCoordinator {
  const { auth, catalog, config, fleet, knex, logger, sharing } = options;
  const { discoveryMs } = settings;
  const providers = new ReadableProviders(options.extensions.credentials);
  const configured = readConfiguredClusters(config, providers);
  const rules = {
    guard: ApiServerGuard.fromConfig(config),
    providers,
    maySkipTlsVerify: readMaySkipTlsVerify(config),
  };
  return new FleetCoordinator({
    fleet,
    sessions,
    logger,
    discoveryMs,
    settleMs: sharing?.settleMs,
    discovery: new CatalogDiscovery({ auth, catalog, configured, rules }),
    ownership: shared ? new LeaseOwnership(knex, sharing) : new SoleOwnership(),
  });
}

function schedulePruning(
  { knex, logger, scheduler }: ClustersOptions,
  { history: retention }: ClustersConfig,
): void {
  const pruner = new HistoryPruner({
    knex,
    retention,
    logger,
    databaseTime: () => databaseTime(knex),
  });
  scheduler
    .scheduleTask({ ...PRUNING, fn: () => pruner.prune() })
    .catch(error => logger.error('History is not pruned', error));
}
