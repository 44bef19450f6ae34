import {
  type ClusterSpec,
  readClusterSpecYaml,
} from '@clusterworks/plugin-clusters-spec';
import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isMap,
  isSeq,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { toYaml } from '../yaml/toYaml';

type Mapping = Record<string, unknown>;

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Changes a mapping to the wanted values; entries that are equal already are
 * not touched.
 */
function editMap(document: Document, map: YAMLMap, wanted: Mapping): void {
  const current = map.toJS(document) as Mapping;
  for (const key of Object.keys(current)) {
    if (!Object.hasOwn(wanted, key)) {
      map.delete(key);
    }
  }
  for (const [key, value] of Object.entries(wanted)) {
    if (isDeepStrictEqual(current[key], value)) {
      continue;
    }
    const node = map.get(key, true);
    if (isMap(node) && isMapping(value)) {
      editMap(document, node, value);
    } else if (isSeq(node) && Array.isArray(value)) {
      editSeq(document, node, value);
    } else {
      map.set(key, document.createNode(value));
    }
  }
}

/**
 * The same for a list; entries with a name, such as pools, keep their YAML
 * node.
 */
function editSeq(document: Document, seq: YAMLSeq, wanted: unknown[]): void {
  const nodes = [...seq.items];
  const current = seq.toJS(document) as unknown[];
  seq.items = wanted.map(value => {
    const same = current.findIndex(each => isDeepStrictEqual(each, value));
    if (same >= 0) {
      return nodes[same];
    }
    const named = isMapping(value)
      ? current.findIndex(
          each =>
            isMapping(each) &&
            typeof each.name === 'string' &&
            each.name === value.name,
        )
      : -1;
    const node = nodes[named];
    if (isMap(node) && isMapping(value)) {
      editMap(document, node, value);
      return node;
    }
    return document.createNode(value);
  });
}

function edited(source: string, spec: ClusterSpec): string | undefined {
  try {
    const document = parseDocument(source);
    if (!isMap(document.contents)) {
      return undefined;
    }
    editMap(document, document.contents, spec);
    const text = document.toString({ lineWidth: 0 });
    return isDeepStrictEqual(readClusterSpecYaml(text).spec, spec)
      ? text
      : undefined;
  } catch {
    // An alias may be in a place that would have to change.
    return undefined;
  }
}

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
    : edited(source, spec) ?? toYaml(spec);
}
