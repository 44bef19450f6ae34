import {
  type ClusterSpec,
  resolveClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { awsTextsOf } from './awsTexts';
import { captureOf } from './captureOf';

/** A spec with the values that a render added, as its cluster would have it. */
export function describedCluster(spec: ClusterSpec) {
  const resolved = resolveClusterSpec(spec);
  return {
    resolved,
    input: { capture: captureOf(resolved), aws: awsTextsOf(resolved) },
  };
}
