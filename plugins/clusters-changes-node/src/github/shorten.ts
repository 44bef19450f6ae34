/** Cuts a text to a maximum length; a final `…` shows that it was cut. */
export function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
