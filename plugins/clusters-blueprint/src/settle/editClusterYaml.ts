import {
  type ClusterSpec,
  editYamlValues,
  readClusterSpecYaml,
} from '@clusterworks/plugin-clusters-spec';
import { isDeepStrictEqual } from 'node:util';

/**
 * The text of `cluster.yaml` with a changed spec: comments, order and style of
 * everything that did not change stay. A text whose parts are aliases of each
 * other cannot be edited, so it is rewritten.
 *
 * @param source - the text as it is in git
 */
export function editClusterYaml(source: string, spec: ClusterSpec): string {
  return isDeepStrictEqual(readClusterSpecYaml(source).spec, spec)
    ? source
    : editYamlValues(source, spec);
}
