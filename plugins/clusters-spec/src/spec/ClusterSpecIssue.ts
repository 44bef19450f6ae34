/** One problem of a cluster spec. */
export type ClusterSpecIssue = {
  /** Dotted path, such as `spec.karpenter.nodePools[0].limits.cpu`. */
  path: string;
  /** What is wrong and what would be right. */
  message: string;
};

/** Steps into a document. */
export type SpecPath = readonly (string | number)[];

/** Writes a path as `spec.network.zones[0]`; odd keys are put in quotes. */
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

/** The value at a path of an unknown document, or undefined. */
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
