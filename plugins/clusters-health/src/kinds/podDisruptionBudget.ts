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

/** A number, or a share such as `25%`. */
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
  fields: {
    ...labelledFields,
    /** False when `spec.selector` is absent: then it covers no pod. */
    hasSelector: exists('spec.selector'),
    matchLabels: shared(textMap('spec.selector.matchLabels')),
    matchExpressions: objects('spec.selector.matchExpressions', {
      key: withDefault(text('key'), ''),
      operator: withDefault(text('operator'), ''),
      values: texts('values'),
    }),
    minAvailable: amount('spec.minAvailable'),
    maxUnavailable: amount('spec.maxUnavailable'),
    /** Absent until the disruption controller has written the status. */
    disruptionsAllowed: count('status.disruptionsAllowed'),
    currentHealthy: count('status.currentHealthy'),
    desiredHealthy: count('status.desiredHealthy'),
    expectedPods: count('status.expectedPods'),
  },
});

/** What is kept of a PodDisruptionBudget. */
export type PdbFacts = FactsOf<typeof podDisruptionBudget>;
