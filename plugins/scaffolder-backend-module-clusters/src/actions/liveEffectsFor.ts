import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ProposalOptions } from '@clusterworks/plugin-clusters-changes-node';
import type { ChangePreviewRequest } from '@clusterworks/plugin-clusters-common';
import type { ClustersService } from '@clusterworks/plugin-clusters-node';

/** A preview reads git; a pull request is not held up for longer. */
const DEADLINE_MS = 30_000;

type LiveEffects = Pick<ProposalOptions, 'blastRadius' | 'stillRuns'>;

/**
 * What a change does to the running cluster, asked again when its pull request
 * is opened. An answer that does not come is a reason, never an error: a change
 * is proposed all the same, and whoever removes a cluster then has to say how
 * they know that it is gone.
 */
export async function liveEffectsFor(
  cluster: string,
  change: ChangePreviewRequest,
  from: {
    clusters: Pick<ClustersService, 'previewChange'>;
    credentials: BackstageCredentials;
  },
): Promise<LiveEffects> {
  const name =
    change.operation === 'decommission' ? 'stillRuns' : 'blastRadius';
  const unknown = (why: string): LiveEffects => ({ [name]: { unknown: why } });
  try {
    const seen = await from.clusters.previewChange(cluster, change, {
      credentials: from.credentials,
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    const found = seen[name];
    return found
      ? { [name]: found }
      : unknown('the clusters backend does not say it');
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'error';
    return unknown(`the clusters backend did not answer (${reason})`);
  }
}
