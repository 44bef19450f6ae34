/** A JSON object. */
export type Json = Record<string, unknown>;

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy with the changes merged in; `undefined` removes a field. */
export function merge(base: Json, change: Json): Json {
  const result: Json = { ...base };
  for (const [key, value] of Object.entries(change)) {
    const old = result[key];
    if (value === undefined) delete result[key];
    else result[key] = isJson(value) && isJson(old) ? merge(old, value) : value;
  }
  return result;
}
