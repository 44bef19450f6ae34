import type { SpecRule } from '../PartialSpec';
import type { PathIssue } from '../schemaIssues';

const MESH = ['spec', 'cilium', 'clusterMesh'] as const;

/** Mesh ids are 1 to 127 in ENI mode (cilium#21330); peers are other clusters. */
export const checkClusterMesh: SpecRule = spec => {
  const mesh = spec.spec?.cilium?.clusterMesh;
  if (!mesh) {
    return [];
  }
  const issues: PathIssue[] = [];
  if (mesh.enabled === true && !mesh.id) {
    issues.push({
      path: [...MESH, 'id'],
      message:
        'must be 1 to 127 and unique in the mesh when clusterMesh is enabled',
    });
  }
  const peers = mesh.peers ?? [];
  if (mesh.enabled !== true && peers.length > 0) {
    issues.push({
      path: [...MESH, 'peers'],
      message: 'needs clusterMesh.enabled: true',
    });
  }
  peers.forEach((peer, index) => {
    if (peer !== undefined && peer === spec.metadata?.name) {
      issues.push({
        path: [...MESH, 'peers', index],
        message: `"${peer}" is this cluster itself`,
      });
    } else if (peer !== undefined && peers.indexOf(peer) < index) {
      issues.push({
        path: [...MESH, 'peers', index],
        message: `"${peer}" is named twice`,
      });
    }
  });
  return issues;
};
