import type { PdbFacts, PodFacts } from '../../kinds';

/**
 * Whether a budget covers a pod of its namespace. An empty selector covers
 * every pod, an absent selector covers none (policy/v1).
 */
export function pdbSelects(pdb: PdbFacts, pod: PodFacts): boolean {
  if (!pdb.hasSelector || pdb.namespace !== pod.namespace) {
    return false;
  }
  const labels = pod.labels;
  return (
    Object.entries(pdb.matchLabels).every(
      ([key, value]) => labels[key] === value,
    ) &&
    pdb.matchExpressions.every(({ key, operator, values }) => {
      const value = labels[key];
      switch (operator) {
        case 'In':
          return value !== undefined && values.includes(value);
        case 'NotIn':
          return value === undefined || !values.includes(value);
        case 'Exists':
          return value !== undefined;
        case 'DoesNotExist':
          return value === undefined;
        default:
          return false;
      }
    })
  );
}
