/** Longest text that is kept of an untrusted object; the rest is cut off. */
const MAX_TEXT = 1024;

/** Maximum of members that are read from an untrusted list or map. */
export const MAX_MEMBERS = 10_000;

/** Cuts a text to the length that is kept: at most 1,024 characters. */
export function cutText(text: string): string {
  return text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
}

/** The names in an untrusted map, at most as many as are read. */
export function memberNames(map: object): string[] {
  const names = Object.keys(map);
  return names.length > MAX_MEMBERS ? names.slice(0, MAX_MEMBERS) : names;
}
