/**
 * Text from a cluster for a notification: one line without control characters,
 * and without the characters that make links and mentions in chats and mails.
 *
 * @param max - most characters; a longer text ends with `…`
 */
export function plainText(text: string, max: number): string {
  const line = text
    // Cut before the replacements, so that a text without end costs nothing.
    .slice(0, 4 * max)
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .trim();
  const characters = [...line];
  return characters.length > max
    ? `${characters.slice(0, max - 1).join('')}…`
    : line;
}
