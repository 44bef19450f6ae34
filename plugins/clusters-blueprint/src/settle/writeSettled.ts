import {
  type ClusterSpec,
  parseClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { parseDocument } from 'yaml';
import { toYaml } from '../yaml/toYaml';
import { editClusterYaml } from './editClusterYaml';
import type { SettledValue } from './SettledValue';

/**
 * A spec with the values that were missing.
 *
 * @throws InputError when these values conflict with the rest of the spec.
 */
export function settleSpec(
  spec: ClusterSpec,
  values: readonly SettledValue[],
): ClusterSpec {
  if (values.length === 0) {
    return spec;
  }
  const document = parseDocument(toYaml(spec));
  for (const { path, value } of values) {
    document.setIn(path, value);
  }
  return parseClusterSpec(document.toJS());
}

/**
 * The text of `cluster.yaml`: the one that the spec was read from, or that git
 * has of it, with changed values replaced and missing values added; comments
 * and order are kept. Without one, the spec as YAML.
 */
export function writeSettled(
  settled: ClusterSpec,
  source: string | undefined,
): string {
  return source === undefined
    ? toYaml(settled)
    : editClusterYaml(source, settled);
}
