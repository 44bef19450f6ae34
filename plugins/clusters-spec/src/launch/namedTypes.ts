import type { InstanceType } from '../instances';
import {
  type AddressMode,
  candidateTypes,
  type TypeChoice,
} from './candidateTypes';

/**
 * A family or type that a pool names, with its instance types.
 *
 * @public
 */
export type NamedTypes = {
  /** A family such as `p4d`, or a type such as `p5.48xlarge`. */
  name: string;
  types: InstanceType[];
};

function valuesOf(pool: TypeChoice, key: string): string[] {
  return pool.requirements
    .filter(each => each.key === key && each.operator === 'In')
    .flatMap(each => each.values ?? []);
}

/**
 * The families and types that a pool names itself. A user who names `p4d`
 * expects such nodes; a user who allows categories accepts any type in them.
 *
 * @public
 */
export function namedTypes(pool: TypeChoice, mode: AddressMode): NamedTypes[] {
  const types = candidateTypes(pool, mode);
  const families = new Set([
    ...pool.instanceFamilies,
    ...valuesOf(pool, 'karpenter.k8s.aws/instance-family'),
  ]);
  const single = new Set(valuesOf(pool, 'node.kubernetes.io/instance-type'));
  return [
    ...[...families].map(name => ({
      name,
      types: types.filter(({ family }) => family === name),
    })),
    ...[...single].map(name => ({
      name,
      types: types.filter(type => type.name === name),
    })),
  ].filter(each => each.types.length > 0);
}
