import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import {
  allowedOperations,
  checkAllowed,
  type ClusterPlace,
  type PlatformRepositories,
  previewClusterChange,
  readClusterInGit,
  removalProblems,
} from '@clusterworks/plugin-clusters-changes-node';
import {
  type ChangePreviewRequest,
  type ChangePreviewResponse,
  type ClusterChangeOperation,
  type ClusterInGitResponse,
  clusterOperations,
} from '@clusterworks/plugin-clusters-common';
import type { ClusterRenderer } from '@clusterworks/plugin-clusters-node';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { AddressChecks } from '../ledger/AddressChecks';
import { CallerLimiter } from '../limits/CallerLimiter';
import { callerOf } from '../limits/callerOf';
import type { VisibleClusters } from '../permissions/VisibleClusters';
import type { SessionManager } from '../sessions/SessionManager';
import { blastRadiusOf } from './blastRadiusOf';
import { stillRunsOf } from './stillRunsOf';

/**
 * Gives permitted callers what a form needs to change a cluster. Writes
 * nothing.
 */
export class ClusterChanges {
  readonly #permissions: PermissionsService;
  readonly #visible: VisibleClusters;
  readonly #repositories: PlatformRepositories;
  readonly #integrations: ScmIntegrations;
  readonly #renderer: ClusterRenderer;
  readonly #addresses: Pick<AddressChecks, 'of'>;
  readonly #sessions: Pick<SessionManager, 'snapshotOf'>;
  readonly #now: () => number;
  readonly #limiter = new CallerLimiter();

  constructor(options: {
    permissions: PermissionsService;
    visible: VisibleClusters;
    repositories: PlatformRepositories;
    integrations: ScmIntegrations;
    renderer: ClusterRenderer;
    addresses: Pick<AddressChecks, 'of'>;
    sessions: Pick<SessionManager, 'snapshotOf'>;
    now(): number;
  }) {
    this.#permissions = options.permissions;
    this.#visible = options.visible;
    this.#repositories = options.repositories;
    this.#integrations = options.integrations;
    this.#renderer = options.renderer;
    this.#addresses = options.addresses;
    this.#sessions = options.sessions;
    this.#now = options.now;
  }

  /**
   * @throws NotFoundError for a cluster that the caller cannot see or that is
   * in no platform repository; NotAllowedError for a caller who may change
   * nothing about the cluster
   */
  async read(
    name: string,
    credentials: BackstageCredentials,
    { ofOpenChange }: { ofOpenChange: boolean },
  ): Promise<ClusterInGitResponse> {
    const { cluster } = await this.#visible.get(name, credentials);
    const operations = await this.#allowed(name, credentials);
    if (operations.length === 0) {
      throw new NotAllowedError(`Not allowed to change ${name}`);
    }
    const place = this.#placeOf(name, cluster);
    const found = await this.#limiter.run(callerOf(credentials), () =>
      readClusterInGit({
        place,
        integrations: this.#integrations,
        ofOpenChange,
      }),
    );
    const { url: repository } = place.repository;
    return { cluster: name, repository, ...found, operations };
  }

  /**
   * @throws the errors of `read`, and InputError with all problems of the spec
   */
  async preview(
    name: string,
    request: ChangePreviewRequest,
    credentials: BackstageCredentials,
  ): Promise<ChangePreviewResponse> {
    const { operation, allowVersionSteps, removal } = request;
    const spec = parseClusterSpec(request.spec);
    const entry = await this.#visible.get(name, credentials);
    const { cluster } = entry;
    const allowed = await this.#allowed(name, credentials);
    checkAllowed(name, [operation], allowed);
    const place = this.#placeOf(name, cluster);
    const addresses = await this.#addresses.of(
      spec,
      credentials,
      request.overlapAcknowledgement,
    );
    // The page shows diffs, not whole files.
    const {
      before,
      written: _,
      ...preview
    } = await this.#limiter.run(callerOf(credentials), () =>
      previewClusterChange({
        place,
        operation,
        allowVersionSteps,
        removal,
        authorize: async needed => checkAllowed(name, needed, allowed),
        spec,
        addresses,
        today: new Date(this.#now()).toISOString().slice(0, 10),
        integrations: this.#integrations,
        renderer: this.#renderer,
      }),
    );
    const snapshot = this.#sessions.snapshotOf(cluster.identity);
    if (operation !== 'decommission') {
      return {
        ...preview,
        blastRadius: blastRadiusOf(
          { before, ...preview },
          entry,
          snapshot,
          this.#now(),
        ),
      };
    }
    const seen = stillRunsOf(entry, snapshot, this.#now());
    return {
      ...preview,
      stillRuns: seen,
      ...(removal
        ? { removalProblems: removalProblems(before, removal, seen) }
        : {}),
    };
  }

  #placeOf(name: string, cluster: KnownCluster): ClusterPlace {
    const place = this.#repositories.locate(cluster.location);
    if (!place || place.name !== name) {
      throw new NotFoundError(
        `${name} is not described in a platform repository: nothing can be changed from here`,
      );
    }
    return place;
  }

  /** The operations on a cluster that the caller has permission for. */
  #allowed(
    name: string,
    credentials: BackstageCredentials,
  ): Promise<ClusterChangeOperation[]> {
    return allowedOperations(
      name,
      clusterOperations,
      credentials,
      this.#permissions,
    );
  }
}
