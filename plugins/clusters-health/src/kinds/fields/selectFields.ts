import { isRecord } from './isRecord';
import { cutText, MAX_MEMBERS, memberNames } from './limits';
import { type WantedFields, wantedOf } from './WantedFields';

/**
 * A copy of a value with only the wanted fields, cut to the lengths that the
 * readers use: reading the copy gives the same facts as reading the value.
 */
export function selectFields(value: unknown, wanted: WantedFields): unknown {
  if (Array.isArray(value)) {
    // Lists inside lists are never read.
    return value
      .slice(0, MAX_MEMBERS)
      .map(member =>
        Array.isArray(member) ? [] : selectFields(member, wanted),
      );
  }
  if (isRecord(value)) {
    // Sets fields of any name, `__proto__` included.
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
    ? memberNames(value)
    : Object.keys(wanted).filter(name => Object.hasOwn(value, name));
}
