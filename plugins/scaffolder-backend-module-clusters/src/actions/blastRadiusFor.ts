import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  BlastRadius,
  ChangePreviewRequest,
} from '@clusterworks/plugin-clusters-common';
import type { ClustersService } from '@clusterworks/plugin-clusters-node';

/** A preview reads git; a pull request is not held up for longer. */
const DEADLINE_MS = 30_000;

/**
 * What a change does to running nodes, asked again when its pull request is
 * opened. An answer that does not come is a reason, never an error: the pull
 * request is opened all the same.
 */
export async function blastRadiusFor(
  cluster: string,
  change: ChangePreviewRequest,
  from: {
    clusters: Pick<ClustersService, 'previewChange'>;
    credentials: BackstageCredentials;
  },
): Promise<BlastRadius | { unknown: string }> {
  try {
    const { blastRadius } = await from.clusters.previewChange(cluster, change, {
      credentials: from.credentials,
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    return blastRadius ?? { unknown: 'the clusters backend does not say it' };
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'error';
    return { unknown: `the clusters backend did not answer (${reason})` };
  }
}
