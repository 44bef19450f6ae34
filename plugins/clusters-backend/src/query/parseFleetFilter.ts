import { InputError } from '@backstage/errors';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { compareVersions, versionNumbers } from './compareVersions';

/** Whether a row matches. */
export type FleetFilter = (row: FleetRow) => boolean;

type Component = keyof FleetRow['versions'];

// Maps, since people choose the keys: an object answers to `constructor` too.
const components = new Map<string, Component>([
  ['k8s', 'kubernetes'],
  ['kubernetes', 'kubernetes'],
  ['karpenter', 'karpenter'],
  ['cilium', 'cilium'],
]);

type ReadField = (row: FleetRow) => string | undefined;

const fields = new Map<string, ReadField>([
  ['verdict', row => row.verdict],
  ['env', row => row.environment],
  ['environment', row => row.environment],
  ['region', row => row.region],
  ['account', row => row.accountId],
  ['owner', row => row.owner],
  ['name', row => row.name],
  ['connection', row => row.connection.state],
  ['provisioned', row => String(row.provisioned)],
]);

/**
 * Parses the filter line of `GET /v1/fleet`; see `fleetQuerySchema` for the
 * language.
 *
 * @throws InputError that names every word that is not understood
 */
export function parseFleetFilter(text: string): FleetFilter {
  const problems: string[] = [];
  const filters = text
    .split(/\s+/)
    .filter(Boolean)
    .map(word => parseWord(word, problems));
  if (problems.length > 0) {
    throw new InputError(`filter: ${problems.join('; ')}`);
  }
  return row => filters.every(filter => filter(row));
}

function parseWord(word: string, problems: string[]): FleetFilter {
  const negated = word.startsWith('-') && word.length > 1;
  const positive = negated ? word.slice(1) : word;
  const colon = positive.indexOf(':');
  const filter =
    colon < 0
      ? containsText(positive)
      : parsePair(
          positive.slice(0, colon).toLowerCase(),
          positive.slice(colon + 1),
          problems,
        );
  return negated ? row => !filter(row) : filter;
}

function containsText(text: string): FleetFilter {
  const wanted = text.toLowerCase();
  return ({ name, owner = '', headline }) =>
    [name, owner, headline.text].some(value =>
      value.toLowerCase().includes(wanted),
    );
}

function parsePair(
  key: string,
  value: string,
  problems: string[],
): FleetFilter {
  const match = matcherOf(key, problems);
  if (!match) {
    const known = [...fields.keys(), ...components.keys()];
    problems.push(`"${key}" is none of ${known.join(', ')}`);
    return () => false;
  }
  if (!value) {
    problems.push(`"${key}:" needs a value`);
    return () => false;
  }
  const filters = value.split(',').map(match);
  return row => filters.some(filter => filter(row));
}

/** Makes the filter of a value under a key; undefined for an unknown key. */
function matcherOf(
  key: string,
  problems: string[],
): ((value: string) => FleetFilter) | undefined {
  const component = components.get(key);
  if (component) {
    return value => matchVersion(component, value, problems);
  }
  const read = fields.get(key);
  return read && (value => matchText(read, value));
}

function matchText(read: ReadField, wanted: string): FleetFilter {
  const lower = wanted.toLowerCase();
  return row => {
    const value = read(row)?.toLowerCase();
    // An owner is found by its name too: `payments` for `group:default/payments`.
    return value === lower || (value?.endsWith(`/${lower}`) ?? false);
  };
}

function matchVersion(
  component: Component,
  text: string,
  problems: string[],
): FleetFilter {
  const match = /^(<=|>=|<|>|=)?(.+)$/.exec(text);
  const [, operator = '=', version = ''] = match ?? [];
  if (versionNumbers(version).length === 0) {
    problems.push(`"${text}" is not a version such as 1.18 or <1.18`);
  }
  return row => {
    const { observed, desired } = row.versions[component];
    const seen = observed ?? desired;
    if (seen === undefined) {
      return false;
    }
    const order = compareVersions(seen, version);
    switch (operator) {
      case '<':
        return order < 0;
      case '<=':
        return order <= 0;
      case '>':
        return order > 0;
      case '>=':
        return order >= 0;
      default:
        return order === 0;
    }
  };
}
