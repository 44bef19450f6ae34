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

const REQUIRED =
  'affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution';

/**
 * The required node affinity of a pod's spec; absent when there is none.
 *
 * @param spec - path of the spec
 */
export function nodeTerms(
  spec: string,
): Field<NodeSelectorTermFacts[] | undefined> {
  const required = `${spec}.${REQUIRED}`;
  return ifPresent(
    required,
    shared(
      objects(`${required}.nodeSelectorTerms`, {
        labels: objects('matchExpressions', expression),
        fields: objects('matchFields', expression),
      }),
    ),
  );
}
