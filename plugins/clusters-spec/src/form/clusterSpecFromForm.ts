import { InputError } from '@backstage/errors';
import type { ClusterSpec, ClusterSpecIssue, SpecPath } from '../spec';
import {
  CLUSTERWORKS_API_VERSION,
  collectClusterSpecIssues,
  describeClusterSpecIssues,
  parseClusterSpec,
} from '../spec';
import { isMapping, type Mapping } from '../spec/isMapping';
import { nearestKey } from '../spec/nearestKey';
import { clusterFormFields, nodePoolFormFields } from './clusterFormFields';
import { clusterFormSchema } from './clusterFormSchema';

/**
 * Makes the cluster spec from the values of the Create Cluster form. The form,
 * its review step and the scaffolder actions all use this, so that they refuse
 * the same values with the same words as the command line does.
 *
 * @throws InputError that lists all problems with their paths in the spec
 *
 * @public
 */
export function clusterSpecFromForm(values: unknown): ClusterSpec {
  const strangers = unknownFieldIssues(values);
  const document = clusterSpecDocumentFromForm(values);
  if (strangers.length > 0) {
    const issues = [...strangers, ...collectClusterSpecIssues(document)];
    throw new InputError(
      `The form cannot be used:\n${describeClusterSpecIssues(issues)}`,
    );
  }
  return parseClusterSpec(document);
}

/**
 * The spec that form values stand for, not yet checked. Fields that are left
 * empty are left out, so that the spec's defaults apply.
 *
 * @public
 */
export function clusterSpecDocumentFromForm(
  values: unknown,
): Record<string, unknown> {
  const form = isMapping(values) ? values : {};
  const document: Mapping = {
    apiVersion: CLUSTERWORKS_API_VERSION,
    kind: 'Cluster',
    metadata: {},
    spec: { network: {} },
  };
  if (isMapping(form.options)) {
    mergeInto(document.spec as Mapping, form.options);
  }
  for (const [field, path] of Object.entries(clusterFormFields)) {
    const value = field === 'nodePools' ? nodePools(form[field]) : form[field];
    if (!isEmpty(value)) {
      setAt(document, path, value);
    }
  }
  return document;
}

/**
 * Fields of the form that do not exist; the spec's schema checks all others.
 */
export function unknownFieldIssues(values: unknown): ClusterSpecIssue[] {
  if (!isMapping(values)) {
    return [{ path: '', message: 'the form values must be a mapping' }];
  }
  const known = Object.keys(clusterFormSchema.shape);
  return Object.keys(values)
    .filter(key => !known.includes(key))
    .map(key => {
      const near = nearestKey(key, known);
      return {
        path: key,
        message: near
          ? `is not a field of the form; did you mean "${near}"?`
          : 'is not a field of the form',
      };
    });
}

/** Adds the values of a mapping to another one, at any depth. */
function mergeInto(target: Mapping, values: Mapping): void {
  for (const [key, value] of Object.entries(values)) {
    const below = Object.hasOwn(target, key) ? target[key] : undefined;
    if (isMapping(value) && isMapping(below)) {
      mergeInto(below, value);
    } else if (value !== undefined) {
      setOwn(target, key, isMapping(value) ? mergedCopy(value) : value);
    }
  }
}

function mergedCopy(values: Mapping): Mapping {
  const copy: Mapping = {};
  mergeInto(copy, values);
  return copy;
}

/** Whether a field counts as not filled in. */
function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

function nodePools(value: unknown): unknown {
  return Array.isArray(value) ? value.map(nodePoolFromForm) : value;
}

/**
 * The node pool of the spec that one of the form stands for, not yet checked.
 *
 * @public
 */
export function nodePoolFromForm(value: unknown): unknown {
  if (!isMapping(value)) {
    return value;
  }
  const pool: Mapping = isEmpty(value.name) ? { name: value.preset } : {};
  for (const [key, each] of Object.entries(value)) {
    if (isEmpty(each)) {
      continue;
    }
    setAt(pool, nodePoolPath(key), each);
  }
  return pool;
}

/** The path of a pool's field in the spec; an unknown field keeps its name. */
function nodePoolPath(key: string): SpecPath {
  return Object.hasOwn(nodePoolFormFields, key)
    ? nodePoolFormFields[key as keyof typeof nodePoolFormFields]
    : [key];
}

function setAt(target: Mapping, path: SpecPath, value: unknown): void {
  const [first, ...rest] = path.map(String);
  if (rest.length === 0) {
    setOwn(target, first, value);
    return;
  }
  const below = Object.hasOwn(target, first) ? target[first] : undefined;
  const next: Mapping = isMapping(below) ? below : {};
  setOwn(target, first, next);
  setAt(next, rest, value);
}

/**
 * Defines the property, because an assignment to `__proto__` would change the
 * prototype.
 */
function setOwn(target: Mapping, key: string, value: unknown): void {
  Object.defineProperty(target, key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}
