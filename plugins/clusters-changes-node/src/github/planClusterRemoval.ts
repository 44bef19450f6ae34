import { InputError } from '@backstage/errors';
import {
  pathsOfRemoval,
  planRemoval,
  RECORD_FILE,
} from '@clusterworks/plugin-clusters-blueprint';
import {
  clusterFolder,
  type ClusterSpec,
  readClusterSpecYaml,
} from '@clusterworks/plugin-clusters-spec';
import type { BaseBranch } from './BaseBranch';
import type { ClusterOperation } from './ClusterOperation';
import type { ClusterChange } from './planClusterChange';

/** @throws InputError for a removal by another operation than `decommission` */
export function checkRemovalRequest(request: {
  operation: ClusterOperation;
  removal?: unknown;
}): void {
  if (request.removal && request.operation !== 'decommission') {
    throw new InputError(
      `removal: belongs to the operation "decommission", not to "${request.operation}"`,
    );
  }
}

/** Plans to take all files of a cluster out of the base branch. */
export async function planClusterRemoval(
  { metadata, spec }: ClusterSpec,
  base: BaseBranch,
): Promise<ClusterChange> {
  const cluster = { environment: spec.environment, name: metadata.name };
  const folder = clusterFolder(cluster);
  const record = await base.readFile(`${folder}/${RECORD_FILE}`);
  const current = await base.currentOf(pathsOfRemoval(cluster, record), {});
  const { spec: before } = readClusterSpecYaml(
    current[`${folder}/cluster.yaml`] ?? '',
  );
  return {
    plan: planRemoval(cluster, base.paths(), current),
    rendered: {
      spec: before ?? {
        apiVersion: 'clusterworks.dev/v1alpha1',
        kind: 'Cluster',
        metadata,
        spec,
      },
      files: {},
      warnings: [],
      summary: `The files of ${metadata.name} leave the repository`,
    },
    current,
    ...(before ? { before } : {}),
    isRemoval: true,
  };
}
