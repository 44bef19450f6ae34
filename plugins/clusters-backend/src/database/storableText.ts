/** Longer than any sentence that the rules produce. */
const MAX_TEXT = 1_000;

/** Removes NUL, which PostgreSQL accepts in no text, and limits the length. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '').slice(0, MAX_TEXT);
}
