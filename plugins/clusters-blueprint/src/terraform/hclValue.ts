import { hclString } from './hclString';

/** A value that can be written as an HCL expression without references. */
export type HclValue =
  | string
  | number
  | boolean
  | null
  | readonly HclValue[]
  | { readonly [key: string]: HclValue };

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** Keywords that would not be read as an object key, or not reliably. */
const RESERVED = new Set(['for', 'if', 'in', 'null', 'true', 'false']);

function objectKey(key: string): string {
  return IDENTIFIER.test(key) && !RESERVED.has(key) ? key : hclString(key);
}

function isScalarList(value: HclValue): boolean {
  return (
    Array.isArray(value) &&
    value.every(each => each === null || typeof each !== 'object')
  );
}

function isMultiLine(value: HclValue): boolean {
  if (value === null || typeof value !== 'object' || isScalarList(value)) {
    return false;
  }
  return Array.isArray(value) || Object.keys(value).length > 0;
}

/**
 * Attributes as `terraform fmt` writes them: the `=` of single-line values in
 * a row are aligned, and a value of several lines ends the row.
 */
export function hclAttributes(
  attributes: { readonly [key: string]: HclValue },
  indent: string,
): string {
  const entries = Object.entries(attributes).map(([key, value]) => ({
    key: objectKey(key),
    value,
  }));
  const lines: string[] = [];
  let row: typeof entries = [];
  const endRow = () => {
    const width = Math.max(...row.map(({ key }) => key.length));
    for (const { key, value } of row) {
      lines.push(`${indent}${key.padEnd(width)} = ${hclValue(value, indent)}`);
    }
    row = [];
  };
  for (const entry of entries) {
    if (isMultiLine(entry.value)) {
      endRow();
      lines.push(`${indent}${entry.key} = ${hclValue(entry.value, indent)}`);
    } else {
      row.push(entry);
    }
  }
  endRow();
  return lines.join('\n');
}

/**
 * An HCL expression for a value, formatted as `terraform fmt` does.
 *
 * @param indent - of the line that the expression starts on
 */
export function hclValue(value: HclValue, indent = ''): string {
  if (value === null || typeof value === 'boolean') {
    return String(value);
  }
  if (typeof value === 'number') {
    return JSON.stringify(value);
  }
  if (typeof value === 'string') {
    return hclString(value);
  }
  const inner = `${indent}  `;
  if (isList(value)) {
    return isScalarList(value)
      ? `[${value.map(each => hclValue(each)).join(', ')}]`
      : `[\n${value
          .map(each => `${inner}${hclValue(each, inner)},\n`)
          .join('')}${indent}]`;
  }
  return Object.keys(value).length === 0
    ? '{}'
    : `{\n${hclAttributes(value, inner)}\n${indent}}`;
}

function isList(value: HclValue): value is readonly HclValue[] {
  return Array.isArray(value);
}
