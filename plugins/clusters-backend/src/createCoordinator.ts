import { ApiServerGuard } from '@clusterworks/plugin-clusters-node';
import { parsePlatformRepositories } from '@clusterworks/plugin-clusters-spec';
import type { ClustersConfig } from './config/readClustersConfig';
import type { ClustersOptions } from './ClustersOptions';
import { AwsAccounts } from './credentials/AwsAccounts';
import { CatalogDiscovery } from './discovery/ClusterDiscovery';
import { ReadableProviders } from './discovery/ReadableProviders';
import {
  readConfiguredClusters,
  readMaySkipTlsVerify,
} from './discovery/readConfiguredClusters';
import { ClusterIdentities } from './identity/ClusterIdentities';
import { IdentityStore } from './identity/IdentityStore';
import { SoleOwnership } from './ownership/ClusterOwnership';
import type { LeaseOwnership } from './ownership/LeaseOwnership';
import { FleetCoordinator } from './sessions/FleetCoordinator';
import type { SessionManager } from './sessions/SessionManager';

/**
 * Connects what decides which clusters exist, and which of them this backend
 * reads.
 */
export function createCoordinator(
  options: ClustersOptions,
  settings: ClustersConfig,
  sessions: SessionManager,
  leases: LeaseOwnership | undefined,
): FleetCoordinator {
  const { auth, catalog, config, fleet, knex, logger, sharing } = options;
  const { discoveryMs, handoverMs } = settings;
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
    handoverMs,
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
