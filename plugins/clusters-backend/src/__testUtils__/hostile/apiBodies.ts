/** The kinds of requests that the reader sends to an API server. */
export type Asked = 'version' | 'list' | 'watch';

/** Determines the kind of a request from its path. */
export function askedBy(path: string): Asked {
  if (path.startsWith('/version')) {
    return 'version';
  }
  return path.includes('watch=true') ? 'watch' : 'list';
}

export const versionBody = JSON.stringify({ gitVersion: 'v1.35.4' });

/** A page of a list as an API server writes it. */
export function listBody(items: unknown[] = [], continueToken = ''): string {
  return JSON.stringify({
    kind: 'List',
    apiVersion: 'v1',
    metadata: { resourceVersion: '1', continue: continueToken },
    items,
  });
}

/** A line of a watch. */
export function watchLine(object: object, type = 'ADDED'): string {
  return `${JSON.stringify({ type, object })}\n`;
}
