import {
  type ClusterSpec,
  parseClusterSpec,
  readClusterSpecYaml,
} from '@clusterworks/plugin-clusters-spec';
import { isDeepStrictEqual } from 'node:util';
import { type Document, parseDocument } from 'yaml';
import { toYaml } from '../yaml/toYaml';
import type { SettledValue } from './settledValues';

function withValues(text: string, values: readonly SettledValue[]): Document {
  const document = parseDocument(text);
  for (const { path, value } of values) {
    document.setIn(path, value);
  }
  return document;
}

/**
 * A spec with the values that were missing.
 *
 * @throws InputError when they do not go together with the rest.
 */
export function settleSpec(
  spec: ClusterSpec,
  values: readonly SettledValue[],
): ClusterSpec {
  return values.length === 0
    ? spec
    : parseClusterSpec(withValues(toYaml(spec), values).toJS());
}

/** The text with the values in it, if it then says the same as the spec. */
function settledText(
  source: string,
  values: readonly SettledValue[],
  settled: ClusterSpec,
): string | undefined {
  try {
    const text =
      values.length === 0
        ? source
        : withValues(source, values).toString({ lineWidth: 0 });
    return isDeepStrictEqual(readClusterSpecYaml(text).spec, settled)
      ? text
      : undefined;
  } catch {
    // An alias may stand where a mapping would have to grow.
    return undefined;
  }
}

/**
 * The text of `cluster.yaml`: the one that the spec was read from with the
 * values that were missing, comments and order kept; else the spec as YAML.
 */
export function writeSettled(
  settled: ClusterSpec,
  values: readonly SettledValue[],
  source: string | undefined,
): string {
  const kept =
    source === undefined ? undefined : settledText(source, values, settled);
  return kept ?? toYaml(settled);
}
