import type { KubeObject } from './KubeObject';

/** A JSON object. */
export type Json = Record<string, unknown>;

/**
 * Fields that replace those derived from the facts. Objects are merged, lists
 * are replaced, and `undefined` removes a field. They have no type, so that
 * tests can write values that a real controller would never write.
 */
export interface Overrides {
  metadata?: Json;
  spec?: Json;
  status?: Json;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy with changes merged in; `undefined` removes a field. */
export function merge(base: Json, change: Json): Json {
  const result: Json = { ...base };
  for (const [key, value] of Object.entries(change)) {
    const old = result[key];
    if (value === undefined) {
      delete result[key];
    } else {
      result[key] = isJson(value) && isJson(old) ? merge(old, value) : value;
    }
  }
  return result;
}

/** A copy without the fields that are undefined. */
function defined<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.map(defined) as T;
  }
  if (!isJson(value)) {
    return value;
  }
  const result: Json = {};
  for (const [key, each] of Object.entries(value)) {
    if (each !== undefined) {
      result[key] = defined(each);
    }
  }
  return result as T;
}

/** Optional facts; an unknown fact is left out of the object. */
type Draft = {
  apiVersion: string;
  kind: string;
  metadata: { [F in keyof KubeObject['metadata']]: KubeObject['metadata'][F] };
} & Json;

/** The object of a builder: without undefined fields, with the overrides. */
export function build(draft: Draft, overrides: Overrides = {}): KubeObject {
  let object: Json = defined(draft);
  for (const part of ['metadata', 'spec', 'status'] as const) {
    if (part in overrides) {
      object = merge(object, { [part]: overrides[part] });
    }
  }
  return object as KubeObject;
}
