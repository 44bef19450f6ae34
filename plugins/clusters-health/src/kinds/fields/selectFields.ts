import { isRecord } from './isRecord';
import { cutText, MAX_MEMBERS } from './limits';
import { type WantedFields, wantedOf } from './WantedFields';

/**
 * A copy of a value with the wanted fields and no others, as long and as large
 * as they are read at most: reading the copy gives what reading the value does.
 */
export function selectFields(value: unknown, wanted: WantedFields): unknown {
  if (Array.isArray(value)) {
    // No list in a list is read.
    return value
      .slice(0, MAX_MEMBERS)
      .map(member =>
        Array.isArray(member) ? [] : selectFields(member, wanted),
      );
  }
  if (isRecord(value)) {
    // Makes a field of any name, also of `__proto__`.
    return Object.fromEntries(
      namesIn(value, wanted).map(name => [
        name,
        selectFields(value[name], wantedOf(wanted, name) ?? {}),
      ]),
    );
  }
  return typeof value === 'string' ? cutText(value) : value;
}

function namesIn(
  value: Record<string, unknown>,
  wanted: WantedFields,
): string[] {
  return Object.hasOwn(wanted, '*')
    ? Object.keys(value).slice(0, MAX_MEMBERS)
    : Object.keys(wanted).filter(name => Object.hasOwn(value, name));
}
