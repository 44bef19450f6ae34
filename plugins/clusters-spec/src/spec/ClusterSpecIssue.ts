/**
 * One problem of a cluster spec.
 *
 * @public
 */
export type ClusterSpecIssue = {
  /** Dotted path, such as `spec.karpenter.nodePools[0].limits.cpu`. */
  path: string;
  /** What is wrong, and which value would be valid. */
  message: string;
};

/**
 * Keys and indexes that lead to a value in a document.
 *
 * @public
 */
export type SpecPath = readonly (string | number)[];

/**
 * Writes a path as `spec.network.zones[0]`; keys with special characters are
 * put in quotes.
 *
 * @public
 */
export function formatSpecPath(path: SpecPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') {
      return `${text}[${step}]`;
    }
    if (/^[A-Za-z_][\w-]*$/.test(step)) {
      return text ? `${text}.${step}` : step;
    }
    return `${text}[${JSON.stringify(step)}]`;
  }, '');
}

/**
 * The value at a path of an unknown document, or undefined.
 *
 * @public
 */
export function valueAt(input: unknown, path: SpecPath): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null) {
      return undefined;
    }
    return Object.prototype.hasOwnProperty.call(value, step)
      ? (value as Record<string | number, unknown>)[step]
      : undefined;
  }, input);
}
