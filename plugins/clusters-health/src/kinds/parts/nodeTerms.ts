import {
  type Field,
  ifPresent,
  objects,
  shared,
  text,
  texts,
  withDefault,
} from '../fields';

/** One match expression on a label or field of a node. */
export interface NodeExpressionFacts {
  key: string;
  operator: string;
  values: string[];
}

/**
 * Expressions that must all match; a node needs to match only one of several
 * terms.
 */
export interface NodeSelectorTermFacts {
  labels: NodeExpressionFacts[];
  fields: NodeExpressionFacts[];
}

const expression = {
  key: withDefault(text('key'), ''),
  operator: withDefault(text('operator'), ''),
  values: texts('values'),
};

const required =
  'spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution';

/**
 * The required node affinity of a workload's pods; absent when there is none.
 */
export const nodeTerms: Field<NodeSelectorTermFacts[] | undefined> = ifPresent(
  required,
  shared(
    objects(`${required}.nodeSelectorTerms`, {
      labels: objects('matchExpressions', expression),
      fields: objects('matchFields', expression),
    }),
  ),
);
