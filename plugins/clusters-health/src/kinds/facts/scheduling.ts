import { Fields } from '../Fields';
import { plainFields } from '../plainFields';

/** A taint; an empty value is absent. */
export interface TaintFacts {
  key: string;
  effect: string;
  value?: string;
  timeAdded?: number;
}

/** A toleration. */
export interface TolerationFacts {
  key?: string;
  operator: string;
  value?: string;
  effect?: string;
}

/** A node requirement of a NodePool or NodeClaim. */
export interface RequirementFacts {
  key: string;
  operator: string;
  values: string[];
  minValues?: number;
}

/** One expression on a label or field of a node. */
export interface NodeExpressionFacts {
  key: string;
  operator: string;
  values: string[];
}

/** Expressions that must all hold; one term of several is enough. */
export interface NodeSelectorTermFacts {
  labels: NodeExpressionFacts[];
  fields: NodeExpressionFacts[];
}

/** What `readTaints` reads of one taint. */
export const taintFields = plainFields('key', 'effect', 'value', 'timeAdded');

export function readTaints(object: Fields, key: string): TaintFacts[] {
  return object.objects(key).map(taint => ({
    key: taint.text('key') ?? '',
    effect: taint.text('effect') ?? '',
    value: taint.text('value'),
    timeAdded: taint.time('timeAdded'),
  }));
}

/** What `readTolerations` reads of one toleration. */
export const tolerationFields = plainFields(
  'key',
  'operator',
  'value',
  'effect',
);

export function readTolerations(object: Fields): TolerationFacts[] {
  return object.objects('tolerations').map(toleration => ({
    key: toleration.text('key'),
    operator: toleration.text('operator') ?? 'Equal',
    value: toleration.text('value'),
    effect: toleration.text('effect'),
  }));
}

/** What `readRequirements` reads of one requirement. */
export const requirementFields = plainFields(
  'key',
  'operator',
  'values',
  'minValues',
);

export function readRequirements(object: Fields): RequirementFacts[] {
  return object.objects('requirements').map(requirement => ({
    key: requirement.text('key') ?? '',
    operator: requirement.text('operator') ?? '',
    values: requirement.texts('values'),
    minValues: requirement.count('minValues'),
  }));
}

const nodeExpressionFields = plainFields('key', 'operator', 'values');

/** What `readRequiredNodeTerms` reads of `affinity` of a pod's spec. */
export const requiredNodeFields = {
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: {
        matchExpressions: nodeExpressionFields,
        matchFields: nodeExpressionFields,
      },
    },
  },
};

/**
 * Reads the node affinity that the scheduler must respect; undefined where a
 * pod's spec has none.
 */
export function readRequiredNodeTerms(
  pod: Fields,
): NodeSelectorTermFacts[] | undefined {
  const affinity = pod.object('affinity').object('nodeAffinity');
  const key = 'requiredDuringSchedulingIgnoredDuringExecution';
  if (!affinity.has(key)) return undefined;
  return affinity
    .object(key)
    .objects('nodeSelectorTerms')
    .map(term => ({
      labels: readNodeExpressions(term, 'matchExpressions'),
      fields: readNodeExpressions(term, 'matchFields'),
    }));
}

function readNodeExpressions(term: Fields, key: string): NodeExpressionFacts[] {
  return term.objects(key).map(expression => ({
    key: expression.text('key') ?? '',
    operator: expression.text('operator') ?? '',
    values: expression.texts('values'),
  }));
}

/** Whether one of the tolerations lets a pod onto a node with the taint. */
export function tolerates(
  tolerations: readonly TolerationFacts[],
  taint: TaintFacts,
): boolean {
  return tolerations.some(toleration => {
    if (toleration.effect && toleration.effect !== taint.effect) return false;
    if (toleration.operator === 'Exists') {
      return !toleration.key || toleration.key === taint.key;
    }
    return (
      toleration.key === taint.key &&
      (toleration.value ?? '') === (taint.value ?? '')
    );
  });
}
