const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = 0x5b;
const CLOSE = 0x5d;

/**
 * The same JSON with the lists in some fields emptied, wherever they stand:
 * what nobody reads need not be parsed. `metadata.managedFields` alone is half
 * of what an API server sends.
 *
 * Works on the compact JSON that API servers write; other JSON comes back as it
 * is. A quote inside a text is escaped, so the name with both its quotes and
 * the colon is always a key.
 *
 * @param fields - names of fields
 */
export function withoutFields(json: Buffer, fields: readonly string[]): Buffer {
  return fields.reduce(withoutField, json);
}

function withoutField(json: Buffer, field: string): Buffer {
  const key = Buffer.from(`"${field}":[`);
  const kept: Buffer[] = [];
  let from = 0;
  let at = json.indexOf(key);
  while (at >= 0) {
    const start = at + key.length;
    const end = json[at - 1] === BACKSLASH ? -1 : endOfList(json, start);
    if (end >= 0) {
      kept.push(json.subarray(from, start));
      from = end;
    }
    at = json.indexOf(key, Math.max(start, end));
  }
  if (kept.length === 0) {
    return json;
  }
  kept.push(json.subarray(from));
  return Buffer.concat(kept);
}

/** Where the bracket stands that closes a list; -1 when the text ends before. */
function endOfList(json: Buffer, start: number): number {
  let depth = 1;
  for (let at = start; at < json.length; at += 1) {
    const byte = json[at];
    if (byte === QUOTE) {
      at = endOfText(json, at + 1);
    } else if (byte === OPEN) {
      depth += 1;
    } else if (byte === CLOSE) {
      depth -= 1;
      if (depth === 0) {
        return at;
      }
    }
  }
  return -1;
}

/** Where the quote stands that closes a text. */
function endOfText(json: Buffer, start: number): number {
  let at = start;
  while (at < json.length && json[at] !== QUOTE) {
    at += json[at] === BACKSLASH ? 2 : 1;
  }
  return at;
}
