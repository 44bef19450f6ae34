import { cidrTextsOverlap } from '../cidr';
import type { ClusterSpecIssue } from './ClusterSpecIssue';
import type { ClusterSpec } from './clusterSpecSchema';
import { rangesOfSpec } from './rangesOfSpec';

/**
 * Conflicts of a spec with the other specs of its fleet.
 *
 * @public
 */
export type FleetReport = {
  errors: ClusterSpecIssue[];
  /** What cannot be checked with the given specs. */
  warnings: ClusterSpecIssue[];
};

/**
 * Ranges of a cluster that share addresses with another one. The ranges of the
 * other are not told: whoever asks may not see that cluster.
 */
function overlaps(one: ClusterSpec, other: ClusterSpec): string[] {
  return rangesOfSpec(one).filter(mine =>
    rangesOfSpec(other).some(theirs => cidrTextsOverlap(mine, theirs)),
  );
}

const MESH = 'spec.cilium.clusterMesh';

function checkPeer(
  spec: ClusterSpec,
  peer: ClusterSpec,
  path: string,
): ClusterSpecIssue[] {
  const name = peer.metadata.name;
  const mesh = spec.spec.cilium?.clusterMesh;
  const theirs = peer.spec.cilium?.clusterMesh;
  const issues = overlaps(spec, peer).map(mine => ({
    path,
    message: `"${name}" has a range that overlaps ${mine} of this cluster: meshed clusters need distinct ranges`,
  }));
  if (theirs?.enabled !== true) {
    issues.push({ path, message: `"${name}" has clusterMesh switched off` });
  } else if (theirs.id === mesh?.id) {
    issues.push({
      path: `${MESH}.id`,
      message: `${mesh?.id} is the id of "${name}" too: each cluster of a mesh needs its own`,
    });
  }
  return issues;
}

/**
 * Checks a spec against the other specs of the fleet: its name is unique, and
 * the peers of its mesh exist, take part in the mesh, and have different ids
 * and address ranges.
 *
 * @param others - the specs of the fleet; the spec itself may be among them
 *
 * @public
 */
export function checkFleet(
  spec: ClusterSpec,
  others: readonly ClusterSpec[],
): FleetReport {
  const report: FleetReport = { errors: [], warnings: [] };
  const { name } = spec.metadata;
  const { environment } = spec.spec;
  const twin = others.find(
    each =>
      each.metadata.name === name && each.spec.environment !== environment,
  );
  if (twin) {
    report.errors.push({
      path: 'metadata.name',
      message: `"${name}" is the name of a cluster in ${twin.spec.environment} too: names are unique in the fleet`,
    });
  }
  const mesh = spec.spec.cilium?.clusterMesh;
  (mesh?.enabled ? mesh.peers ?? [] : []).forEach((peer, index) => {
    const path = `${MESH}.peers[${index}]`;
    const found = others.find(each => each.metadata.name === peer);
    if (found) {
      report.errors.push(...checkPeer(spec, found, path));
    } else {
      report.warnings.push({
        path,
        message: `"${peer}" is not among the specs at hand, so its id and ranges are not checked`,
      });
    }
  });
  return report;
}
