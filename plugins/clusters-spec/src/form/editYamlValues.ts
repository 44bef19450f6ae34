import {
  type Document,
  isMap,
  isSeq,
  parseDocument,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { readYamlDocument } from '../spec';
import { isMapping } from '../spec/isMapping';

type Mapping = Readonly<Record<string, unknown>>;

function own(mapping: Mapping, key: string): unknown {
  return Object.hasOwn(mapping, key) ? mapping[key] : undefined;
}

/** Whether two values are the same; a key without a value counts as missing. */
function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return (
      one.length === other.length &&
      one.every((each, at) => isSame(each, other[at]))
    );
  }
  if (isMapping(one) && isMapping(other)) {
    return [...Object.keys(one), ...Object.keys(other)].every(key =>
      isSame(own(one, key), own(other, key)),
    );
  }
  return Object.is(one, other);
}

/**
 * Changes a mapping to the wanted values; entries that are equal already are
 * not touched.
 */
function editMap(document: Document, map: YAMLMap, wanted: Mapping): void {
  const current = map.toJS(document) as Mapping;
  for (const key of Object.keys(current)) {
    if (own(wanted, key) === undefined) {
      map.delete(key);
    }
  }
  for (const [key, value] of Object.entries(wanted)) {
    if (value === undefined || isSame(own(current, key), value)) {
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
function editSeq(
  document: Document,
  seq: YAMLSeq,
  wanted: readonly unknown[],
): void {
  const nodes = [...seq.items];
  const current = seq.toJS(document) as unknown[];
  seq.items = wanted.map(value => {
    const same = current.findIndex(each => isSame(each, value));
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

function edited(text: string, wanted: Mapping): string | undefined {
  try {
    const document = parseDocument(text);
    if (!isMap(document.contents)) {
      return undefined;
    }
    editMap(document, document.contents, wanted);
    const next = document.toString({ lineWidth: 0 });
    return isSame(readYamlDocument(next).input, wanted) ? next : undefined;
  } catch {
    // An alias may be in a place that would have to change.
    return undefined;
  }
}

/**
 * A YAML text with other values, which need not be a valid spec yet: comments,
 * order and style of everything that does not change stay; only spaces may
 * differ. A text whose parts are aliases of each other may be rewritten.
 *
 * @public
 */
export function editYamlValues(text: string, wanted: Mapping): string {
  return isSame(readYamlDocument(text).input, wanted)
    ? text
    : edited(text, wanted) ??
        stringify(wanted, { lineWidth: 0, aliasDuplicateObjects: false });
}
