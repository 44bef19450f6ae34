import { comparedParts, type FleetRow } from '../api';
import type { FilterKey, RowPredicate } from './filterKinds';
import type { Match } from './Match';
import { nearestWords } from './nearestWords';
import { ruleNames } from './ruleNames';

/** Rule names are slugs; codes are `karpenter/P3`. */
const RULE = /^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/i;

/**
 * Accepts `tier` for clusters with this label, whatever its value, and
 * `tier=gold` for one value. Every cluster has its labels, so none is unknown.
 */
export function label(name: string): FilterKey {
  return {
    name,
    aliases: [],
    examples: ['tier=gold'],
    valuesOf: ({ labels = {} }) =>
      Object.entries(labels).map(([key, value]) => `${key}=${value}`),
    read: written => {
      const [key, ...rest] = written.split('=');
      const value = rest.length > 0 ? rest.join('=').toLowerCase() : undefined;
      return ({ labels = {} }) =>
        Object.entries(labels).some(
          ([each, found]) =>
            each.toLowerCase() === key.toLowerCase() &&
            (value === undefined || found.toLowerCase() === value),
        );
    },
  };
}

/** Accepts a zone in which the cluster has a node or a subnet. */
export function zone(name: string): FilterKey {
  return {
    name,
    aliases: [],
    examples: [],
    valuesOf: row => row.zones ?? [],
    read: value => row => row.zones?.includes(value.toLowerCase()),
  };
}

/**
 * Accepts the name or the code of a rule. Modules of the host add rules that are
 * not known here, so only a word close to a known name is refused.
 */
export function finding(name: string): FilterKey {
  return {
    name,
    aliases: [],
    examples: ['nodepool-limit', 'karpenter/P3'],
    valuesOf: row => row.findings.rules ?? [],
    read: value => {
      const wanted = value.toLowerCase();
      const near = ruleNames.includes(wanted)
        ? []
        : nearestWords(wanted, ruleNames);
      if (near.length === 0 && RULE.test(wanted)) {
        return ofRule(wanted);
      }
      return {
        message: `"${value}" is not the name of a rule`,
        suggestions: near.length > 0 ? near : ['nodepool-limit'],
      };
    },
  };
}

/** No finding of a cluster that was not read does not mean that it is well. */
function ofRule(wanted: string): RowPredicate {
  return ({ findings, verdict }: FleetRow): Match => {
    const rules = findings.rules?.map(rule => rule.toLowerCase());
    if (rules?.includes(wanted)) {
      return true;
    }
    return rules === undefined || verdict === 'unknown' ? undefined : false;
  };
}

const ANY = 'any';

/**
 * Accepts a part in which the cluster differs from what git wants, or `any`. A
 * part of which that is not known matches neither the word nor its negation.
 */
export function differs(name: string): FilterKey {
  const words = [ANY, ...comparedParts];
  return {
    name,
    aliases: [],
    examples: words,
    read: value => {
      const wanted = words.find(word => word === value.toLowerCase());
      if (wanted === undefined) {
        const near = nearestWords(value, words);
        return {
          message: `"${value}" is none of ${words.join(', ')}`,
          suggestions: near.length > 0 ? near : words,
        };
      }
      return ({ differences }) => {
        const found = differences?.filter(
          ({ part }) => wanted === ANY || part === wanted,
        );
        if (found?.some(({ state }) => state === 'differs')) {
          return true;
        }
        return found === undefined || found.length > 0 ? undefined : false;
      };
    },
  };
}
