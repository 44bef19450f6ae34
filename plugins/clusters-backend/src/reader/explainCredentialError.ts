/** Maximum length of the message that is shown. */
const MAX_MESSAGE = 300;

/**
 * Describes for people why credentials could not be obtained: with the message
 * of AWS or of the host's module. Of any other error only the class is named,
 * because a parser's message may contain the secret that it could not parse.
 */
export function explainCredentialError(error: unknown): string {
  if (typeof error !== 'object' || error === null) {
    return 'unknown error';
  }
  const { name, message } = error as { name?: unknown; message?: unknown };
  if (typeof name !== 'string' || typeof message !== 'string') {
    return 'unknown error';
  }
  if ('path' in error && 'code' in error) {
    return `${error.code}`;
  }
  if (!message || name === 'SyntaxError') {
    return name;
  }
  return `${name}: ${message}`
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replace(/\b(AKIA|ASIA)[A-Z0-9]{12,}\b/g, '$1…')
    .slice(0, MAX_MESSAGE);
}
