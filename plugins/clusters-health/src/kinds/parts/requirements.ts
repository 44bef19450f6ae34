import {
  count,
  type Field,
  objects,
  type Path,
  text,
  texts,
  withDefault,
} from '../fields';

/** A node requirement of a NodePool. */
export interface RequirementFacts {
  key: string;
  operator: string;
  values: string[];
  minValues?: number;
}

/** A list of node requirements. */
export function requirements(path: Path): Field<RequirementFacts[]> {
  return objects(path, {
    key: withDefault(text('key'), ''),
    operator: withDefault(text('operator'), ''),
    values: texts('values'),
    minValues: count('minValues'),
  });
}
