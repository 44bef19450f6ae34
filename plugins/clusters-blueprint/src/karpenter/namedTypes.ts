import type { InstanceType } from '@clusterworks/plugin-clusters-spec';
import {
  type AddressMode,
  candidateTypes,
  type TypeChoice,
} from './candidateTypes';

/** What a pool names to be launched, and the types behind it. */
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
 * The families and types that a pool names itself. Somebody who names `p4d`
 * wants to see one; somebody who allows categories takes what there is.
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
