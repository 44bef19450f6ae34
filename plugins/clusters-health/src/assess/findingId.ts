/**
 * A stable id made from texts: 64 bits of FNV-1a in two halves, as 16 hex
 * digits. The id protects nothing; it must only be the same everywhere, also in
 * a browser, so FNV-1a is enough.
 */
export function findingId(...parts: string[]): string {
  const text = parts.join('\u0000');
  return `${half(text, 0x811c9dc5)}${half(text, 0x01234567)}`;
}

/* eslint-disable no-bitwise -- a hash is arithmetic on bits */
function half(text: string, seed: number): string {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
