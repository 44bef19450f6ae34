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
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { ApiServerGuard } from '@clusterworks/plugin-clusters-node';
import { parsePlatformRepositories } from '@clusterworks/plugin-clusters-spec';
import type { Knex } from 'knex';
import {
  type ClustersConfig,
  readClustersConfig,
} from './config/readClustersConfig';
import { AwsAccounts } from './credentials/AwsAccounts';
import { createCredentials } from './credentials/createCredentials';
import { WriteMonitor } from './database/WriteMonitor';
import { CatalogDiscovery } from './discovery/ClusterDiscovery';
import { ReadableProviders } from './discovery/ReadableProviders';
import {
  readConfiguredClusters,
  readMaySkipTlsVerify,
} from './discovery/readConfiguredClusters';
import type { ClusterExtensions } from './extensions/ClusterExtensions';
import type { FleetStore } from './fleet/FleetStore';
import { ViewCompressor } from './fleet/ViewCompressor';
import { ClusterIdentities } from './identity/ClusterIdentities';
import { IdentityStore } from './identity/IdentityStore';
import { FleetHistory } from './history/FleetHistory';
import { HistoryRecorder } from './history/HistoryRecorder';
import { HistoryStore } from './history/HistoryStore';
import { schedulePruning } from './history/schedulePruning';
import { createOwnerNotifier } from './notifications/createOwnerNotifier';
import { SignalNotifier } from './notify/SignalNotifier';
import { VerdictPublisher } from './notify/VerdictPublisher';
import { SoleOwnership } from './ownership/ClusterOwnership';
import { LeaseOwnership } from './ownership/LeaseOwnership';
import { type ApplyDecision, ClusterAccess } from './permissions/ClusterAccess';
import { createReaderGates, type ReaderLimits } from './reader';
import { FleetCoordinator } from './sessions/FleetCoordinator';
import { SessionManager } from './sessions/SessionManager';
import { targetOf } from './sessions/targetOf';
import { withDeadline } from './sessions/withDeadline';
import { loadState } from './state/loadState';
import { PeerStateSync } from './state/PeerStateSync';
import { StateRecorder } from './state/StateRecorder';
import { StateStore } from './state/StateStore';

/** A process gets ten seconds to stop, shared with the other plugins. */
const SAVE_MS = 2_000;

/** The dependencies and options of the plugin's parts. */
export interface ClustersOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  events: EventsService;
  knex: Knex;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  signals: SignalsService;
  fleet: FleetStore;
  /** The extensions that modules of the host added. */
  extensions: ClusterExtensions;
  applyDecision: ApplyDecision;
  /** Resolves host names; tests pass their own resolver. */
  resolve?: typeof lookup;
  /** Replaces the configured deadlines; tests use shorter ones. */
  limits?: ReaderLimits;
  /** Lease times for sharing clusters among backends, in milliseconds. */
  sharing?: { leaseMs: number; settleMs: number };
  now(): number;
}

/** The parts of the plugin, connected but not yet running. */
export interface Clusters {
  access: ClusterAccess;
  history: HistoryStore;
  fleetHistory: FleetHistory;
  /** The clusters that this backend reads. */
  sessions: SessionManager;
  /** Rows of states and history that were discarded so far. */
  lostRows(): number;
  start(): void;
  /** Saves everything a last time and disconnects from all clusters. */
  stop(): Promise<void>;
}

/** Creates the parts of the plugin and connects them. */
export function createClusters(options: ClustersOptions): Clusters {
  const { auth, fleet, knex, logger, permissions } = options;
  const settings = readClustersConfig(options.config);
  // Only with PostgreSQL can several backends share the database.
  const shared = knex.client.config.client === 'pg';
  const leases = shared ? new LeaseOwnership(knex, options.sharing) : undefined;
  const states = new StateStore(knex, leases?.id);
  const history = new HistoryStore(knex, leases?.id);
  const apply = options.applyDecision;
  const access = new ClusterAccess({ auth, permissions, apply });
  const sessions = createSessions(options, settings, states);
  const coordinator = createCoordinator(options, settings, sessions, leases);
  const recording = {
    fleet,
    sessions,
    now: options.now,
    // Other backends show the saved states; a sole backend needs them only
    // after a restart.
    saveMs: shared ? 250 : 1_000,
  };
  const monitors = {
    states: new WriteMonitor(logger, 'states of clusters'),
    history: new WriteMonitor(logger, 'history'),
  };
  const historyRecorder = new HistoryRecorder({
    ...recording,
    history,
    monitor: monitors.history,
    pointMs: settings.history.intervalMs,
  });
  const stateRecorder = new StateRecorder({
    ...recording,
    states,
    monitor: monitors.states,
    flushHistory: () => historyRecorder.flush(),
  });
  const peers = new PeerStateSync({
    fleet,
    states,
    logger,
    clusters: () => coordinator.clusters,
    owns: identity => sessions.owns(identity),
  });
  const compressor = new ViewCompressor(fleet);
  const notifier = createOwnerNotifier({
    ...options,
    sessions,
    policy: settings.notifications,
    backendId: leases?.id,
  });
  return {
    access,
    history,
    fleetHistory: new FleetHistory(history),
    sessions,
    lostRows: () => monitors.states.lost + monitors.history.lost,
    start() {
      new SignalNotifier({ ...options, access }).start();
      new VerdictPublisher(options).start();
      stateRecorder.start();
      historyRecorder.start();
      sessions.start();
      compressor.start();
      coordinator.start();
      notifier?.start();
      schedulePruning(options, settings.history);
      if (shared) {
        peers.start();
      }
    },
    async stop() {
      compressor.stop();
      // Saving begins while the sessions still run; a database that hangs does
      // not delay the stop beyond the deadline.
      const saved = Promise.all([
        peers.stop(),
        stateRecorder.stop(),
        historyRecorder.stop(),
        notifier?.stop(),
      ]);
      await withDeadline(saved, SAVE_MS, 'Saving before the stop').catch(
        error =>
          logger.warn('Could not save everything before the stop', error),
      );
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
    loadState: identity => loadState(states, identity),
  });
}

function createCoordinator(
  options: ClustersOptions,
  settings: ClustersConfig,
  sessions: SessionManager,
  leases: LeaseOwnership | undefined,
): FleetCoordinator {
  const { auth, catalog, config, fleet, knex, logger, sharing } = options;
  const { discoveryMs } = settings;
  const providers = new ReadableProviders(options.extensions.credentials);
  const configured = readConfiguredClusters(config, providers);
  const rules = {
    guard: ApiServerGuard.fromConfig(config),
    providers,
    maySkipTlsVerify: readMaySkipTlsVerify(config),
    repositories: parsePlatformRepositories(
      config.getOptional('clusters.platformRepositories'),
    ),
  };
  return new FleetCoordinator({
    fleet,
    sessions,
    logger,
    discoveryMs,
    settleMs: sharing?.settleMs,
    discovery: new CatalogDiscovery({ auth, catalog, configured, rules }),
    identities: new ClusterIdentities({
      store: new IdentityStore(knex),
      accounts: new AwsAccounts(config),
      logger,
    }),
    ownership: leases ?? new SoleOwnership(),
  });
}
