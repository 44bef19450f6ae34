import { closest, distance } from 'fastest-levenshtein';
import { z } from 'zod';
import type { SpecPath } from './ClusterSpecIssue';

/** The schema without its optional and default wrappers. */
function unwrap(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? unwrap(schema.unwrap())
    : schema;
}

/**
 * Keys that the object at a path of a schema may have; empty when there is no
 * object.
 */
export function knownKeysAt(schema: z.ZodType, path: SpecPath): string[] {
  let current = unwrap(schema);
  for (const step of path) {
    if (current instanceof z.ZodObject) {
      current = unwrap(current.shape[String(step)]);
    } else if (current instanceof z.ZodArray) {
      current = unwrap(current.element);
    } else {
      return [];
    }
  }
  return current instanceof z.ZodObject ? Object.keys(current.shape) : [];
}

/** The most similar allowed key, if one is similar enough. */
export function nearestKey(key: string, known: string[]): string | undefined {
  if (known.length === 0) {
    return undefined;
  }
  const lower = new Map(known.map(each => [each.toLowerCase(), each]));
  const found = closest(key.toLowerCase(), [...lower.keys()]);
  const far = distance(key.toLowerCase(), found);
  return far <= Math.max(2, Math.floor(key.length / 3))
    ? lower.get(found)
    : undefined;
}
