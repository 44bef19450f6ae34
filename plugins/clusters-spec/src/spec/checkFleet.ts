import { cidrsOverlap, tryParseCidr } from '../cidr';
import { ClusterSpecIssue } from './ClusterSpecIssue';
import { ClusterSpec } from './clusterSpecSchema';

/** What a spec means beside the other specs of its fleet. */
export type FleetReport = {
  errors: ClusterSpecIssue[];
  /** What cannot be judged with the specs at hand. */
  warnings: ClusterSpecIssue[];
};

function rangesOf({ spec }: ClusterSpec): string[] {
  return [spec.network.vpcCidr, ...(spec.network.secondaryCidrs ?? [])];
}

/** Pairs of ranges of two clusters that share addresses. */
function overlaps(one: ClusterSpec, other: ClusterSpec): [string, string][] {
  return rangesOf(one).flatMap(mine =>
    rangesOf(other).flatMap<[string, string]>(theirs => {
      const a = tryParseCidr(mine);
      const b = tryParseCidr(theirs);
      return a && b && cidrsOverlap(a, b) ? [[mine, theirs]] : [];
    }),
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
  const issues = overlaps(spec, peer).map(([mine, other]) => ({
    path,
    message: `"${name}" has ${other}, which overlaps ${mine} of this cluster: meshed clusters need distinct ranges`,
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
 * Holds a spec against the other specs at hand: its name is unique in the
 * fleet, and the peers of its mesh exist, take part, and have other ids and
 * other address ranges.
 *
 * @param others - the specs of the fleet; the spec itself may be among them
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
