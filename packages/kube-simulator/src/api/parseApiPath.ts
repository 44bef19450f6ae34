/** What a path below /api or /apis means. */
export interface ApiPath {
  group: string;
  version: string;
  namespace?: string;
  plural: string;
  name?: string;
  subresource?: string;
}

/**
 * Reads `/api/v1/…` and `/apis/<group>/<version>/…`; undefined for any other
 * path. `/api/v1/namespaces/<name>` is the Namespace itself.
 */
export function parseApiPath(path: string): ApiPath | undefined {
  const steps = path.split('/').filter(Boolean).map(decodeURIComponent);
  const core = steps[0] === 'api';
  if (!core && steps[0] !== 'apis') {
    return undefined;
  }
  const group = core ? '' : steps[1];
  const [version, ...rest] = steps.slice(core ? 1 : 2);
  if (group === undefined || version === undefined || rest.length === 0) {
    return undefined;
  }
  const inNamespace = rest[0] === 'namespaces' && rest.length > 2;
  const [plural, name, subresource, ...more] = inNamespace
    ? rest.slice(2)
    : rest;
  if (more.length > 0) {
    return undefined;
  }
  return {
    group,
    version,
    ...(inNamespace && { namespace: rest[1] }),
    plural,
    ...(name !== undefined && { name }),
    ...(subresource !== undefined && { subresource }),
  };
}
