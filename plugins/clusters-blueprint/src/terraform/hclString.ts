const ESCAPES: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

const LONE_SURROGATE =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// Also the line separators and the byte order mark.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g;

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * A quoted HCL string that evaluates to exactly `text`.
 *
 * HCL reads `${` and `%{` as templates, and their escapes `$${` and `%%{` mean
 * something else again after a further `$` or `%`. So a sign before a brace or
 * before an equal sign is written as a character escape, which no following
 * character can turn into a template. Other control characters and lone
 * surrogates, which HCL refuses, become escapes or U+FFFD.
 */
export function hclString(text: string): string {
  const escaped = text
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(/["\\\n\r\t]/g, character => ESCAPES[character])
    .replace(CONTROL, unicodeEscape)
    .replace(/[$%](?=[{$%])/g, unicodeEscape);
  return `"${escaped}"`;
}
