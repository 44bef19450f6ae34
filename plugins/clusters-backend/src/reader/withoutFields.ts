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
 * @returns the JSON as text; pages are large, so no second copy of the bytes is
 * made
 */
export function withoutFields(json: Buffer, fields: readonly string[]): string {
  const keys = fields.map(field => Buffer.from(`"${field}":[`));
  const next = keys.map(key => find(json, key, 0));
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    const nearest = next.indexOf(Math.min(...next, json.length));
    if (nearest < 0) {
      break;
    }
    const at = next[nearest];
    const start = at + keys[nearest].length;
    const end = json[at - 1] === BACKSLASH ? -1 : endOfList(json, start);
    if (end >= 0) {
      kept.push(json.toString('utf8', from, start));
      from = end;
    }
    const on = Math.max(start, end);
    keys.forEach((key, index) => {
      if (next[index] < on) {
        next[index] = find(json, key, on);
      }
    });
  }
  kept.push(json.toString('utf8', from));
  return kept.join('');
}

/** Where the key stands; behind the end when it does not come again. */
function find(json: Buffer, key: Buffer, from: number): number {
  const at = json.indexOf(key, from);
  return at < 0 ? Infinity : at;
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
