import type { KubeObject } from '@clusterworks/kube-fixtures';
import {
  allKinds,
  type SourceName,
} from '@clusterworks/plugin-clusters-health';

/** The source that an object is read from; undefined for a kind that is not read. */
export function resourceOf({ kind }: KubeObject): SourceName | undefined {
  return allKinds.find(known => known.kind === kind)?.resource;
}
