import type { FleetRow } from '../api';
import type { FilterKey } from './filterKinds';
import type { Match } from './Match';
import { nearestWords } from './nearestWords';

const ANY = 'any';

/** Part of a list: what is not listed may match, too. */
type Listed<T> = { listed: readonly T[]; total: number } | undefined;

/** True when one matches, false only when all are listed and none matches. */
function someOf<T>(list: Listed<T>, test: (each: T) => boolean): Match {
  if (list?.listed.some(test)) {
    return true;
  }
  return list && list.total <= list.listed.length ? false : undefined;
}

function anyOf<T>(list: Listed<T>): Match {
  return list && list.total > 0;
}

/**
 * Accepts a component that depends on the cluster, by its reference or its
 * name, or `any`.
 */
export function component(name: string): FilterKey {
  const isNamed = (ref: string, wanted: string) =>
    ref.toLowerCase() === wanted || ref.toLowerCase().endsWith(`/${wanted}`);
  return {
    name,
    aliases: [],
    examples: [ANY],
    valuesOf: ({ components }) =>
      components?.listed.map(ref => ref.replace(/^.*\//s, '')) ?? [],
    read: value => {
      const wanted = value.toLowerCase();
      return ({ components }) =>
        wanted === ANY
          ? anyOf(components)
          : someOf(components, ref => isNamed(ref, wanted));
    },
  };
}

const STEPS = ['karpenter', 'cilium', 'free'] as const;

/**
 * Accepts a component that does not work with the next version of Kubernetes,
 * or `free` for clusters in which all do.
 */
export function nextStep(name: string): FilterKey {
  return {
    name,
    aliases: [],
    examples: STEPS,
    read: value => {
      const wanted = STEPS.find(step => step === value.toLowerCase());
      if (wanted === undefined) {
        const near = nearestWords(value, STEPS);
        return {
          message: `"${value}" is none of ${STEPS.join(', ')}`,
          suggestions: near.length > 0 ? near : [...STEPS],
        };
      }
      return ({ nextKubernetes: next }) => {
        if (next === undefined) {
          return undefined;
        }
        return wanted === 'free'
          ? next.blockedBy.length === 0
          : next.blockedBy.includes(wanted);
      };
    },
  };
}

const DRIFTED = 'drifted';

/**
 * Accepts a workload, or its namespace, that keeps nodes which are to be
 * replaced or removed; `drifted` for any that keeps drifted nodes, or `any`.
 */
export function heldBy(name: string): FilterKey {
  return {
    name,
    aliases: [],
    examples: [DRIFTED, ANY],
    valuesOf: row => row.heldBy?.listed.map(({ namespace }) => namespace) ?? [],
    read: value => {
      const wanted = value.toLowerCase();
      return (row: FleetRow) => {
        if (wanted === ANY) {
          return anyOf(row.heldBy);
        }
        return someOf(row.heldBy, ({ namespace, workload, drifted }) =>
          wanted === DRIFTED
            ? drifted
            : [namespace, workload, workload.replace(/^.*\//s, '')].some(
                text => text.toLowerCase() === wanted,
              ),
        );
      };
    },
  };
}
