import type {
  AuthService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  projectObject,
  wantedFields,
} from '@clusterworks/plugin-clusters-health';
import type { Knex } from 'knex';
import { readClustersConfig } from './config/readClustersConfig';
import { createCredentials } from './credentials/createCredentials';
import { CatalogDiscovery } from './discovery/ClusterDiscovery';
import { guardedLookup } from './discovery/guardedLookup';
import {
  readCatalogLocatorRules,
  readConfiguredClusters,
} from './discovery/readConfiguredClusters';
import { type ApplyDecision, ClusterAccess } from './permissions/ClusterAccess';
import { createReaderGates, type ReaderLimits } from './reader';
import { CatalogNotifier } from './notify/CatalogNotifier';
import { Chronicle } from './history/Chronicle';
import type { ClusterSession } from './sessions/ClusterSession';
import { FleetStore } from './fleet/FleetStore';
import { FleetService } from './sessions/FleetService';
import { LeaseOwnership } from './ownership/LeaseOwnership';
import { SoleOwnership } from './ownership/ClusterOwnership';
import { SignalNotifier } from './notify/SignalNotifier';
import { PeerStateSync } from './state/PeerStateSync';
import { targetOf } from './sessions/targetOf';
import { databaseTime } from './database/databaseTime';
import { HistoryPruner } from './history/HistoryPruner';
import { HistoryStore } from './history/HistoryStore';
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
  knex: Knex;
  logger: LoggerService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  signals: SignalsService;
  fleet: FleetStore;
  applyDecision: ApplyDecision;
  /** Deadlines other than the configured ones; tests do not wait that long. */
  limits?: ReaderLimits;
  /** How backends share clusters; for tests too. In milliseconds. */
  sharing?: { leaseMs: number; settleMs: number };
  now(): number;
}

/** The parts of the plugin, put together but not yet running. */
export interface Clusters {
  access: ClusterAccess;
  chronicle: Chronicle;
  history: HistoryStore;
  service: FleetService;
  /** The clusters that this backend reads. */
  sessions: ReadonlyMap<string, ClusterSession>;
  start(): void;
  stop(): Promise<void>;
}

/** Puts the parts of the plugin together. */
export function createClusters(options: ClustersOptions): Clusters {
  const { auth, catalog, config, fleet, knex, logger, now } = options;
  const settings = readClustersConfig(config);
  const states = new StateStore(knex);
  const history = new HistoryStore(knex);
  const pruner = new HistoryPruner({
    knex,
    databaseTime: () => databaseTime(knex),
    retention: settings.history,
    logger,
  });
  const access = new ClusterAccess({
    auth,
    permissions: options.permissions,
    apply: options.applyDecision,
  });
  const rules = readCatalogLocatorRules(config, settings.allowedApiServerHosts);
  const credentials = createCredentials(config, logger);
  const lookup = guardedLookup(rules.dangerouslyAllowed);
  const configured = readConfiguredClusters(config);
  const sessions = new Map<string, ClusterSession>();
  // Only PostgreSQL can be shared by several backends.
  const shared = knex.client.config.client === 'pg';
  const chronicle = new Chronicle({
    fleet,
    states,
    history,
    sessions,
    logger,
    pointMs: settings.history.intervalMs,
    // Others show what we save; alone, only a restart needs it.
    saveMs: shared ? 250 : 1_000,
    now,
  });
  const ownership = shared
    ? new LeaseOwnership(knex, options.sharing)
    : new SoleOwnership();
  const service = new FleetService({
    fleet,
    sessions,
    discovery: new CatalogDiscovery({ auth, catalog, configured, rules }),
    ownership,
    logger,
    discoveryMs: settings.discoveryMs,
    settleMs: options.sharing?.settleMs,
    assessMs: settings.assessMs,
    limits: options.limits ?? settings.limits,
    gates: createReaderGates(settings),
    projection: { wantedFields, project: projectObject },
    now,
    target: cluster => targetOf(cluster, credentials, lookup),
    recall: name => chronicle.recall(name),
  });
  const follower = new PeerStateSync({
    fleet,
    states,
    logger,
    clusters: () => service.clusters,
    owns: name => sessions.has(name),
  });
  const catalogNotifier = new CatalogNotifier({
    fleet,
    catalog,
    auth,
    logger,
    owns: name => sessions.has(name),
    verdictOf: name => chronicle.verdictOf(name),
    now,
  });
  const { signals } = options;
  const notifier = new SignalNotifier({ fleet, signals, access, logger });
  return {
    access,
    chronicle,
    history,
    service,
    sessions,
    start() {
      notifier.start();
      chronicle.start();
      catalogNotifier.start();
      service.start();
      options.scheduler
        .scheduleTask({ ...PRUNING, fn: () => pruner.prune() })
        .catch(error => logger.error('History is not pruned', error));
      if (shared) {
        follower.start();
      }
    },
    async stop() {
      catalogNotifier.stop();
      await follower.stop();
      await chronicle.stop();
      await service.stop();
    },
  };
}
