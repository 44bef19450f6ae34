/** Longer texts rarely repeat. */
const MAX_LENGTH = 80;
const SIZE = 1 << 15;

/**
 * A cache of recent texts, found by their bytes: consecutive Kubernetes objects
 * contain the same names, labels and reasons, and a cached text need not be
 * created again. When two texts have the same slot, the newer one replaces the
 * older, so the size is bounded.
 */
export class TextTable {
  readonly #texts: (string | undefined)[] = new Array(SIZE).fill(undefined);

  /** The text of bytes that contain no escapes. */
  text(bytes: Buffer, start: number, end: number): string {
    const length = end - start;
    if (length === 0) {
      return '';
    }
    if (length > MAX_LENGTH) {
      return bytes.toString('utf8', start, end);
    }
    let hash = length;
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at];
      if (byte >= 0x80) {
        return bytes.toString('utf8', start, end);
      }
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
    const place = (hash ^ (hash >>> 15)) & (SIZE - 1);
    const known = this.#texts[place];
    if (known !== undefined && isText(known, bytes, start, length)) {
      return known;
    }
    const text = bytes.toString('latin1', start, end);
    this.#texts[place] = text;
    return text;
  }
}

function isText(
  text: string,
  bytes: Buffer,
  start: number,
  length: number,
): boolean {
  if (text.length !== length) {
    return false;
  }
  for (let index = 0; index < length; index += 1) {
    if (text.charCodeAt(index) !== bytes[start + index]) {
      return false;
    }
  }
  return true;
}
