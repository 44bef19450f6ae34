import { defineKind } from './defineKind';
import {
  count,
  exists,
  type Field,
  firstOf,
  mapped,
  numeral,
  objects,
  shared,
  text,
  textMap,
  texts,
  withDefault,
} from './fields';
import type { FactsOf } from './Kind';
import { labelledFields } from './parts/metadata';

/** A number, or a percentage such as `25%`. */
function amount(path: string): Field<string | undefined> {
  return firstOf(
    mapped(numeral(path), number => number?.toString()),
    text(path),
  );
}

/** PodDisruptionBudgets. */
export const podDisruptionBudget = defineKind({
  group: 'policy',
  version: 'v1',
  resource: 'poddisruptionbudgets',
  kind: 'PodDisruptionBudget',
  namespaced: true,
  asManyAs: 'nodes',
  fields: {
    ...labelledFields,
    /** False when `spec.selector` is absent: then the budget covers no pod. */
    hasSelector: exists('spec.selector'),
    matchLabels: shared(textMap('spec.selector.matchLabels')),
    matchExpressions: objects('spec.selector.matchExpressions', {
      key: withDefault(text('key'), ''),
      operator: withDefault(text('operator'), ''),
      values: texts('values'),
    }),
    minAvailable: amount('spec.minAvailable'),
    maxUnavailable: amount('spec.maxUnavailable'),
    /**
     * With `AlwaysAllow`, pods that are not ready may be evicted; when absent,
     * the budget counts them.
     */
    unhealthyPodEvictionPolicy: text('spec.unhealthyPodEvictionPolicy'),
    /** Absent until the disruption controller has written the status. */
    disruptionsAllowed: count('status.disruptionsAllowed'),
    currentHealthy: count('status.currentHealthy'),
    desiredHealthy: count('status.desiredHealthy'),
  },
});

/** The facts that are kept of a PodDisruptionBudget. */
export type PdbFacts = FactsOf<typeof podDisruptionBudget>;
