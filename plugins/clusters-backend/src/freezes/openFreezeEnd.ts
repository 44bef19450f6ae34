import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import {
  type ClusterPlace,
  type PlatformRepositories,
  previewClusterChange,
  proposeClusterChange,
  readClusterInGit,
} from '@clusterworks/plugin-clusters-changes-node';
import type { BlastRadius } from '@clusterworks/plugin-clusters-common';
import type { ClusterRenderer } from '@clusterworks/plugin-clusters-node';
import {
  type ClusterSpec,
  withFreeze,
} from '@clusterworks/plugin-clusters-spec';
import { blastRadiusOf } from '../changes/blastRadiusOf';
import { isPast } from './isPast';
import type { FleetEntry } from '../fleet/FleetStore';
import type { SessionManager } from '../sessions/SessionManager';
import type { FreezeOutcome } from './FreezeEnd';

/** The dependencies of {@link openFreezeEnd}. */
export interface FreezeEndOptions {
  repositories: PlatformRepositories;
  integrations: ScmIntegrations;
  renderer: ClusterRenderer;
  sessions: Pick<SessionManager, 'snapshotOf'>;
  logger: LoggerService;
  now(): number;
}

/**
 * Opens the pull request that takes a freeze out of git, with the portal's
 * credentials.
 *
 * @returns undefined when git has no freeze that is over: the catalog lags
 *   behind
 * @throws what keeps the pull request from being opened
 */
export async function openFreezeEnd(
  entry: FleetEntry,
  place: ClusterPlace,
  options: FreezeEndOptions,
): Promise<FreezeOutcome | undefined> {
  const { integrations, renderer, repositories, logger, now } = options;
  const { spec, version, openChange } = await readClusterInGit({
    place,
    integrations,
  });
  const freeze = spec?.spec.karpenter?.freeze;
  if (spec && (!freeze || !isPast(freeze.until, now()))) {
    return undefined;
  }
  // It ends the freeze, or a person prolongs it.
  if (openChange?.operation === 'freeze') {
    return { state: 'opened', pullRequestUrl: openChange.url };
  }
  if (!spec || !freeze) {
    const problem = 'cluster.yaml in git has problems, or unknown keys';
    return { state: 'failed', problem };
  }
  repositories.checkOwner(place.repository, spec);
  const change = {
    ...{ spec: withFreeze(spec, undefined), operation: 'freeze' as const },
    ...{ integrations, renderer },
    today: new Date(now()).toISOString().slice(0, 10),
    // The portal acts for the people who set the end of the freeze.
    authorize: async () => {},
  };
  const { pullRequestUrl } = await proposeClusterChange({
    ...change,
    version,
    repository: place.repository,
    requester: {},
    warnings: [
      {
        code: 'freeze-over',
        message: `git wanted disruption to be frozen until ${freeze.until}: the portal opens this pull request because that time has come`,
      },
    ],
    blastRadius: await effects(entry, place, change, options),
    logger,
  });
  return pullRequestUrl ? { state: 'opened', pullRequestUrl } : undefined;
}

/** What the end of the freeze does to running nodes, or why nobody knows. */
async function effects(
  entry: FleetEntry,
  place: ClusterPlace,
  change: Omit<Parameters<typeof previewClusterChange>[0], 'place'> & {
    spec: ClusterSpec;
  },
  { sessions, now }: FreezeEndOptions,
): Promise<BlastRadius> {
  const preview = await previewClusterChange({ ...change, place });
  const snapshot = sessions.snapshotOf(entry.cluster.identity);
  return blastRadiusOf(preview, entry, snapshot, now());
}
