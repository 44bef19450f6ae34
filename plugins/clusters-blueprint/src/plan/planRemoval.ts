import {
  clusterFolder,
  type ClusterFolderName,
  overlayFolder,
  terraformFolder,
} from '@clusterworks/plugin-clusters-spec';
import type { FilesByPath } from '../FilesByPath';
import { readRecord, RECORD_FILE, sha256 } from '../records';
import { isOwnedBy } from './ownedPaths';
import type { ChangePlan, FileConflict } from './planChanges';

/**
 * The files that are generated for one cluster besides those in its record:
 * its input, the record itself, and what workflows commit.
 */
function unrecordedFiles(cluster: ClusterFolderName): string[] {
  const folder = clusterFolder(cluster);
  return [
    `${folder}/cluster.yaml`,
    `${folder}/status.yaml`,
    `${folder}/${RECORD_FILE}`,
    `${terraformFolder(cluster)}/.terraform.lock.hcl`,
  ];
}

function recordOf(cluster: ClusterFolderName): string {
  return `${clusterFolder(cluster)}/${RECORD_FILE}`;
}

/** The hash of each file that the record of a cluster may and does name. */
function recordedHashes(
  cluster: ClusterFolderName,
  current: FilesByPath,
): ReadonlyMap<string, string> {
  const record = recordOf(cluster);
  return new Map(
    Object.entries(readRecord(current[record] ?? '')?.files ?? {}).filter(
      ([path]) => isOwnedBy(record, path),
    ),
  );
}

/**
 * The paths whose content {@link planRemoval} needs.
 *
 * @param record - the text of the cluster's record, if there is one
 *
 * @public
 */
export function pathsOfRemoval(
  cluster: ClusterFolderName,
  record: string | undefined,
): string[] {
  const recorded = recordedHashes(cluster, {
    [recordOf(cluster)]: record ?? '',
  });
  return [...new Set([...unrecordedFiles(cluster), ...recorded.keys()])];
}

/**
 * Takes the files of one cluster out of the repository. Files that people made
 * or edited in its folders are conflicts: what is in them may be needed
 * elsewhere, so a person takes them out first.
 *
 * @param paths - all files of the repository
 * @param current - the content of those that {@link pathsOfRemoval} names
 *
 * @public
 */
export function planRemoval(
  cluster: ClusterFolderName,
  paths: readonly string[],
  current: FilesByPath,
): ChangePlan {
  const folders = [clusterFolder, overlayFolder, terraformFolder].map(
    folderOf => `${folderOf(cluster)}/`,
  );
  const unrecorded = new Set(unrecordedFiles(cluster));
  const recorded = recordedHashes(cluster, current);
  const conflicts: FileConflict[] = [];
  const gone: string[] = [];
  for (const path of paths) {
    if (!folders.some(folder => path.startsWith(folder))) {
      continue;
    }
    const hash = recorded.get(path);
    if (unrecorded.has(path) || hash === sha256(current[path] ?? '')) {
      gone.push(path);
    } else {
      const how = hash === undefined ? 'made' : 'edited';
      conflicts.push({
        path,
        reason: `was ${how} by hand: save what is still needed, and take it out of git first`,
      });
    }
  }
  return {
    write: {},
    delete: gone.sort(),
    unchanged: [],
    conflicts,
    deletedByHand: [],
  };
}
