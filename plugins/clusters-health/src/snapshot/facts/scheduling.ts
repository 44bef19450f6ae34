import { Fields } from '../Fields';

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

export function readTaints(object: Fields, key: string): TaintFacts[] {
  return object.objects(key).map(taint => ({
    key: taint.text('key') ?? '',
    effect: taint.text('effect') ?? '',
    value: taint.text('value'),
    timeAdded: taint.time('timeAdded'),
  }));
}

export function readTolerations(object: Fields): TolerationFacts[] {
  return object.objects('tolerations').map(toleration => ({
    key: toleration.text('key'),
    operator: toleration.text('operator') ?? 'Equal',
    value: toleration.text('value'),
    effect: toleration.text('effect'),
  }));
}

export function readRequirements(object: Fields): RequirementFacts[] {
  return object.objects('requirements').map(requirement => ({
    key: requirement.text('key') ?? '',
    operator: requirement.text('operator') ?? '',
    values: requirement.texts('values'),
    minValues: requirement.count('minValues'),
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
