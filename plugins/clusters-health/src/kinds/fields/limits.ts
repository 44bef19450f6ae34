/** Longest text that is kept of an untrusted object; more is cut off. */
const MAX_TEXT = 1024;

/** Most members that are read of an untrusted list or map. */
export const MAX_MEMBERS = 10_000;

/** A text as it is kept: at most 1,024 characters. */
export function cutText(text: string): string {
  return text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
}
