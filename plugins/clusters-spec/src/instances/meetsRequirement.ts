import type { InstanceType } from './InstanceType';
import { instanceLabel } from './instanceLabel';

/**
 * A scheduling requirement, as in a Karpenter NodePool.
 *
 * @public
 */
export type InstanceRequirement = {
  key: string;
  operator: string;
  values?: readonly string[];
};

/**
 * Whether an instance type meets a requirement, as Karpenter decides it;
 * undefined when the type does not decide this, or when it is not known.
 *
 * @public
 */
export function meetsRequirement(
  type: InstanceType,
  { key, operator, values = [] }: InstanceRequirement,
): boolean | undefined {
  const label = instanceLabel(type, key);
  if (label === undefined) {
    return undefined;
  }
  const [bound] = values;
  const has = label !== null;
  switch (operator) {
    case 'In':
      return has && values.includes(label);
    case 'NotIn':
      return !has || !values.includes(label);
    case 'Exists':
      return has;
    case 'DoesNotExist':
      return !has;
    case 'Gt':
      return has && Number(label) > Number(bound);
    case 'Gte':
      return has && Number(label) >= Number(bound);
    case 'Lt':
      return has && Number(label) < Number(bound);
    case 'Lte':
      return has && Number(label) <= Number(bound);
    default:
      return undefined;
  }
}
