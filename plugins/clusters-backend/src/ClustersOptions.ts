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
import type { Knex } from 'knex';
import type { ClusterExtensions } from './extensions/ClusterExtensions';
import type { FleetStore } from './fleet/FleetStore';
import type { ApplyDecision } from './permissions/ClusterAccess';
import type { ReaderLimits } from './reader';

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
