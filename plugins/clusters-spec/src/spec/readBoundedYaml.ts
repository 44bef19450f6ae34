import { stringifyError } from '@backstage/errors';
import {
  type Document,
  isNode,
  isScalar,
  Lexer,
  parseDocument,
  visit,
} from 'yaml';
import type { SpecPath } from './ClusterSpecIssue';

/** A YAML text as plain data, or what is wrong with it. */
export type BoundedYaml = {
  /**
   * Problems as parts of a sentence, such as `is not valid YAML: …`; empty
   * when the text was read.
   */
  problems: string[];
  input?: unknown;
  /** A scalar as it stands in the text, such as `1.30`. */
  sourceOf: (path: SpecPath) => string | undefined;
};

/** A `cluster.yaml` has a few kilobytes; its comments may be long. */
const LONGEST_TEXT = 256 * 1024;

/** Tokens of YAML's lexer: a pool has about two hundred. */
const MOST_TOKENS = 40_000;

const MOST_ALIASES = 20;
const MOST_PROBLEMS = 20;

function refused(...problems: string[]): BoundedYaml {
  return { problems, sourceOf: () => undefined };
}

/** Depth of nested lists and mappings in brackets. */
const DEEPEST_FLOW = 32;

/**
 * The lexer is fast and can be stopped; composing a document cannot be
 * stopped.
 */
function sizeProblem(text: string): string | undefined {
  let count = 0;
  let depth = 0;
  for (const token of new Lexer().lex(text)) {
    count += 1;
    if (token === '[' || token === '{') {
      depth += 1;
    } else if (token === ']' || token === '}') {
      depth -= 1;
    }
    if (count > MOST_TOKENS) {
      return `holds more YAML than is read: more than ${MOST_TOKENS} tokens`;
    }
    if (depth > DEEPEST_FLOW) {
      return `is nested deeper than ${DEEPEST_FLOW} levels`;
    }
  }
  return undefined;
}

/**
 * Keys that stand twice in one mapping. The library compares each key with all
 * others, which takes seconds for some thousand keys.
 */
function duplicateKeys(document: Document): string[] {
  const found: string[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? String(key.value) : undefined;
        if (name !== undefined && seen.has(name)) {
          found.push(`Map keys must be unique, but ${name} is there twice`);
        } else if (name !== undefined) {
          seen.add(name);
        }
      }
    },
  });
  return found;
}

function countAliases(document: Document): number {
  let count = 0;
  visit(document, {
    Alias() {
      count += 1;
    },
  });
  return count;
}

/**
 * Reads YAML that anybody may have written: bounded in length, tokens and
 * aliases, and never with an exception. The result may still be large because
 * of its aliases; `documentBoundIssues` checks that.
 */
export function readBoundedYaml(text: string): BoundedYaml {
  if (text.length > LONGEST_TEXT) {
    return refused(
      `has ${text.length} characters; at most ${LONGEST_TEXT} are read`,
    );
  }
  const oversize = sizeProblem(text);
  if (oversize) {
    return refused(oversize);
  }
  const document = parseDocument(text, {
    prettyErrors: true,
    uniqueKeys: false,
    logLevel: 'error',
  });
  const faults = [
    ...document.errors.map(error => error.message.split('\n')[0]),
    ...duplicateKeys(document),
  ];
  if (faults.length > 0) {
    return refused(
      ...faults
        .slice(0, MOST_PROBLEMS)
        .map(fault => `is not valid YAML: ${fault}`),
    );
  }
  if (countAliases(document) > MOST_ALIASES) {
    return refused(
      `uses more than ${MOST_ALIASES} aliases: write the values out`,
    );
  }
  try {
    return {
      problems: [],
      // Limits the size that nested aliases expand to.
      input: document.toJS({ maxAliasCount: MOST_ALIASES }),
      sourceOf: path => {
        const node: unknown = document.getIn(path, true);
        return isNode(node) && isScalar(node) ? node.source : undefined;
      },
    };
  } catch (error) {
    return refused(`is not valid YAML: ${stringifyError(error)}`);
  }
}
