import {
  ApiServerGuard,
  withDeadline,
} from '@clusterworks/plugin-clusters-node';
import {
  type ClustersConfig,
  readClustersConfig,
} from './config/readClustersConfig';
import type { ClustersOptions } from './ClustersOptions';
import { createCoordinator } from './createCoordinator';
import { createCredentials } from './credentials/createCredentials';
import { isPostgres } from './database/isPostgres';
import { WriteMonitor } from './database/WriteMonitor';
import { ViewCompressor } from './fleet/ViewCompressor';
import { FleetHistory } from './history/FleetHistory';
import { FindingHistoryStore } from './history/FindingHistoryStore';
import { FindingRecorder } from './history/FindingRecorder';
import type { HistoryRetention } from './history/HistoryPruner';
import { HistoryRecorder } from './history/HistoryRecorder';
import { HistoryStore } from './history/HistoryStore';
import { schedulePruning } from './history/schedulePruning';
import { MuteBoard } from './mutes/MuteBoard';
import { MuteStore } from './mutes/MuteStore';
import { createOwnerNotifier } from './notifications/createOwnerNotifier';
import { scheduleDigest } from './notifications/digest/scheduleDigest';
import { SignalNotifier } from './notify/SignalNotifier';
import { VerdictPublisher } from './notify/VerdictPublisher';
import { LeaseOwnership } from './ownership/LeaseOwnership';
import { leaseWeight } from './ownership/leaseWeight';
import { ClusterAccess } from './permissions/ClusterAccess';
import { createReaderGates } from './reader';
import { SessionManager } from './sessions/SessionManager';
import { targetOf } from './sessions/targetOf';
import { loadStates } from './state/loadStates';
import { PeerStateSync } from './state/PeerStateSync';
import { StateRecorder } from './state/StateRecorder';
import { StateStore } from './state/StateStore';
import { createWebhooks, type Webhooks } from './webhooks/createWebhooks';

/** A process has little time to stop, shared with the other plugins. */
const SAVE_MS = 2_000;

/** The parts of the plugin, connected but not yet running. */
export interface Clusters {
  access: ClusterAccess;
  history: HistoryStore;
  retention: HistoryRetention;
  findingHistory: FindingHistoryStore;
  fleetHistory: FleetHistory;
  /** The clusters that this backend reads. */
  sessions: SessionManager;
  /** The events that are sent to other systems. */
  webhooks: Webhooks;
  mutes: MuteBoard;
  /** The longest time for which a finding may be muted. */
  maxMuteMs: number;
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
  const shared = isPostgres(knex);
  const leases = shared
    ? new LeaseOwnership(knex, {
        ...options.sharing,
        weigh: identity => leaseWeight(fleet.find(identity)?.row),
      })
    : undefined;
  const states = new StateStore(knex, leases?.id);
  const history = new HistoryStore(knex, leases?.id);
  const apply = options.applyDecision;
  const findingHistory = new FindingHistoryStore(knex, leases?.id);
  const access = new ClusterAccess({ auth, permissions, apply });
  const mutes = new MuteBoard({ ...options, store: new MuteStore(knex) });
  const sessions = createSessions(options, settings, states, mutes);
  mutes.onChange(identity => sessions.reassess(identity));
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
    webhooks: new WriteMonitor(logger, 'messages of webhooks'),
  };
  const historyRecorder = new HistoryRecorder({
    ...recording,
    history,
    monitor: monitors.history,
    pointMs: settings.history.intervalMs,
  });
  const findingRecorder = new FindingRecorder({
    ...recording,
    findings: findingHistory,
    monitor: monitors.history,
  });
  const webhooks = createWebhooks({
    ...recording,
    ...{ knex, logger, webhooks: settings.webhooks },
    monitor: monitors.webhooks,
    backendId: leases?.id,
  });
  const stateRecorder = new StateRecorder({
    ...recording,
    states,
    monitor: monitors.states,
    async flushChanges() {
      await historyRecorder.flush();
      await webhooks.flush();
    },
  });
  const peers = new PeerStateSync({
    fleet,
    states,
    logger,
    clusters: () => coordinator.clusters,
    owns: identity => sessions.owns(identity),
  });
  const inTime = async (saving: Promise<unknown>) => {
    await withDeadline(saving, SAVE_MS, 'Saving before the stop').catch(error =>
      logger.warn('Could not save everything before the stop', error),
    );
  };
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
    retention: settings.history,
    findingHistory,
    fleetHistory: new FleetHistory(history),
    sessions,
    webhooks,
    mutes,
    maxMuteMs: settings.maxMuteMs,
    lostRows: () =>
      Object.values(monitors).reduce((sum, { lost }) => sum + lost, 0),
    start() {
      new SignalNotifier({ ...options, access }).start();
      new VerdictPublisher(options).start();
      stateRecorder.start();
      historyRecorder.start();
      findingRecorder.start();
      mutes.start();
      sessions.start();
      compressor.start();
      coordinator.start();
      notifier?.start();
      webhooks.start();
      schedulePruning(options, settings.history);
      if (settings.digest) {
        scheduleDigest(options, history, settings.digest);
      }
      if (shared) {
        peers.start();
      }
    },
    async stop() {
      if (coordinator.hasOthers) {
        // They continue from the saved states of the clusters that they take.
        await inTime(stateRecorder.saveAll());
        await coordinator.leave();
      }
      compressor.stop();
      // Saving begins while the sessions still run; a database that hangs does
      // not delay the stop beyond the deadline.
      const saved = Promise.all([
        peers.stop(),
        stateRecorder.stop(),
        historyRecorder.stop(),
        findingRecorder.stop(),
        notifier?.stop(),
        webhooks.stop(),
        mutes.stop(),
      ]);
      await inTime(saved);
      await coordinator.stop();
    },
  };
}

function createSessions(
  options: ClustersOptions,
  settings: ClustersConfig,
  states: StateStore,
  mutes: MuteBoard,
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
    mutesOf: identity => mutes.of(identity),
    target: cluster => targetOf(cluster, credentials, guarded),
    loadStates: identities => loadStates(states, identities),
  });
}
