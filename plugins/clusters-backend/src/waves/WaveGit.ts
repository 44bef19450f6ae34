import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import {
  type ClusterPlace,
  type PlatformRepositories,
  previewClusterChange,
  proposeClusterChange,
  readClusterInGit,
  readPullRequest,
} from '@clusterworks/plugin-clusters-changes-node';
import type {
  ClusterChangeOperation,
  Markdown,
} from '@clusterworks/plugin-clusters-common';
import type { ClusterRenderer } from '@clusterworks/plugin-clusters-node';
import {
  describeClusterSpecIssues,
  specReaches,
  withTarget,
} from '@clusterworks/plugin-clusters-spec';
import { blastRadiusOf } from '../changes/blastRadiusOf';
import type { FleetEntry } from '../fleet/FleetStore';
import type { SessionManager } from '../sessions/SessionManager';
import type { SeenGit } from './machine/WaveObservation';
import type { WaveState, WaveStep } from './machine/WaveState';
import { operationOfWave } from './operationOfWave';

/** The dependencies of a {@link WaveGit}. */
export interface WaveGitOptions {
  repositories: PlatformRepositories;
  integrations: ScmIntegrations;
  renderer: ClusterRenderer;
  sessions: Pick<SessionManager, 'snapshotOf'>;
  logger: LoggerService;
  now(): number;
}

/** What a wave reads from git, and the pull requests that it opens there. */
export class WaveGit {
  readonly #options: WaveGitOptions;

  constructor(options: WaveGitOptions) {
    this.#options = options;
  }

  /** What git says of a cluster of a wave. */
  async look(
    { change }: Pick<WaveState, 'change'>,
    step: WaveStep,
    entry: FleetEntry,
  ): Promise<SeenGit> {
    const { integrations } = this.#options;
    const place = this.#placeOf(entry);
    const { repository } = place;
    if (step.state === 'open' && step.pull) {
      const { number } = step.pull;
      const pull = await readPullRequest({ repository, number, integrations });
      if (pull.state !== 'closed') {
        return { reached: false, pull };
      }
      const { spec } = await readClusterInGit({ place, integrations });
      return { reached: !!spec && specReaches(spec, change), pull };
    }
    const base = await readClusterInGit({ place, integrations });
    if (base.spec && specReaches(base.spec, change)) {
      return { reached: true };
    }
    if (!base.openChange) {
      return { reached: false };
    }
    const { number, url, title } = base.openChange;
    const link = { number, url, title };
    const open = await readClusterInGit({
      ...{ place, integrations, ofOpenChange: true },
    });
    const isOurs =
      open.isOpenChange && !!open.spec && specReaches(open.spec, change);
    return isOurs
      ? { reached: false, pull: { ...link, state: 'open' } }
      : { reached: false, other: link };
  }

  /**
   * Opens the pull request of a cluster. Once more for the same cluster changes
   * nothing: the next look finds the pull request.
   *
   * @param note - what the pull request says of the wave
   */
  async open(
    { change, startedBy }: Pick<WaveState, 'change' | 'startedBy'>,
    entry: FleetEntry,
    note: Markdown,
  ): Promise<void> {
    const { integrations, repositories, renderer, now } = this.#options;
    const place = this.#placeOf(entry);
    const found = await readClusterInGit({ place, integrations });
    if (!found.spec) {
      throw new ConflictError(
        `cluster.yaml of ${
          place.name
        } has problems:\n${describeClusterSpecIssues(found.issues)}`,
      );
    }
    const spec = withTarget(found.spec, change);
    repositories.checkOwner(place.repository, spec);
    const operation = operationOfWave(change);
    const input = {
      ...{ spec, operation, integrations, renderer },
      today: new Date(now()).toISOString().slice(0, 10),
      authorize: async (needed: ClusterChangeOperation[]) =>
        checkOnly(operation, needed),
    };
    const preview = await previewClusterChange({ ...input, place });
    const snapshot = this.#options.sessions.snapshotOf(entry.cluster.identity);
    await proposeClusterChange({
      ...input,
      repository: place.repository,
      version: found.version,
      requester: { ref: startedBy },
      portalUrl: repositories.portalUrl,
      note,
      blastRadius: blastRadiusOf(preview, entry, snapshot, now()),
      logger: this.#options.logger,
    });
  }

  #placeOf({ cluster }: FleetEntry): ClusterPlace {
    const place = this.#options.repositories.locate(cluster.location);
    if (!place || place.name !== cluster.name) {
      throw new NotFoundError(
        `${cluster.name} is not described in a platform repository`,
      );
    }
    return place;
  }
}

/** The rights of who started the wave were checked for this operation only. */
function checkOnly(
  operation: ClusterChangeOperation,
  needed: ClusterChangeOperation[],
): void {
  const others = needed.filter(each => each !== operation);
  if (others.length > 0) {
    throw new NotAllowedError(
      `A wave may only ${operation}, and this change needs ${others.join(
        ', ',
      )}`,
    );
  }
}
