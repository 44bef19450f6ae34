import type { ApiResource } from './ApiResource';
import type { ApiPath } from './parseApiPath';
import { parseFieldSelector } from './fieldSelector';
import type { KubeObject } from '@clusterworks/kube-fixtures';
import { parseLabelSelector } from './labelSelector';
import { badRequest, invalidListOptions, StatusError } from './statusBodies';

/** The query of a list or watch. */
export interface ListOptions {
  selects(object: KubeObject): boolean;
  hasSelector: boolean;
  limit: number;
  continueToken?: string;
  watch: boolean;
  resourceVersion: string;
  resourceVersionMatch: string;
  allowWatchBookmarks: boolean;
  sendInitialEvents: boolean;
  timeoutSeconds?: number;
}

function integer(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null || text === '') {
    return undefined;
  }
  if (!/^-?\d+$/.test(text)) {
    throw new StatusError(
      badRequest(`strconv.ParseInt: parsing "${text}": invalid syntax`),
    );
  }
  return Number(text);
}

function flag(query: URLSearchParams, name: string): boolean {
  return ['1', 't', 'T', 'true', 'TRUE', 'True'].includes(
    query.get(name) ?? '',
  );
}

/**
 * Reads the query of a list or watch.
 *
 * @throws StatusError (400, 422) in the words of a real server
 */
export function parseListOptions(
  query: URLSearchParams,
  resource: ApiResource,
  path: ApiPath,
): ListOptions {
  const fieldSelector = query.get('fieldSelector') ?? '';
  const labelSelector = query.get('labelSelector') ?? '';
  const byField = parseFieldSelector(fieldSelector, resource);
  const byLabel = parseLabelSelector(labelSelector);
  const options: ListOptions = {
    selects: object =>
      (path.namespace === undefined ||
        object.metadata.namespace === path.namespace) &&
      byLabel(object.metadata.labels) &&
      byField(object),
    hasSelector: fieldSelector !== '' || labelSelector !== '',
    limit: integer(query, 'limit') ?? 0,
    continueToken: query.get('continue') || undefined,
    watch: flag(query, 'watch'),
    resourceVersion: query.get('resourceVersion') ?? '',
    resourceVersionMatch: query.get('resourceVersionMatch') ?? '',
    allowWatchBookmarks: flag(query, 'allowWatchBookmarks'),
    sendInitialEvents: flag(query, 'sendInitialEvents'),
    timeoutSeconds: integer(query, 'timeoutSeconds'),
  };
  if (
    options.sendInitialEvents &&
    options.resourceVersionMatch !== 'NotOlderThan'
  ) {
    throw new StatusError(
      invalidListOptions(
        'resourceVersionMatch',
        'Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
      ),
    );
  }
  return options;
}
