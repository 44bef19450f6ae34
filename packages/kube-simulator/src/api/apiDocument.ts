import type { Http2ServerRequest } from 'node:http2';
import type { Answer } from './Answer';
import {
  aggregatedDiscovery,
  apiGroup,
  apiGroupList,
  apiResourceList,
  apiVersions,
} from './discovery';
import type { ObjectStore } from './ObjectStore';

function versionDocument(serverVersion: string) {
  const [, major = '1', minor = '0'] =
    /^v?(\d+)\.(\d+)/.exec(serverVersion) ?? [];
  return {
    major,
    minor,
    emulationMajor: major,
    emulationMinor: minor,
    minCompatibilityMajor: major,
    minCompatibilityMinor: String(Number(minor) - 1),
    gitVersion: serverVersion,
    gitCommit: '0000000000000000000000000000000000000000',
    gitTreeState: 'clean',
    buildDate: '1970-01-01T00:00:00Z',
    goVersion: 'go1.26.8',
    compiler: 'gc',
    platform: 'linux/amd64',
  };
}

function discoveryDocument(
  store: ObjectStore,
  address: string,
  steps: string[],
) {
  const resources = store.resources();
  const [root, ...rest] = steps;
  if (root === 'api') {
    return rest.length === 0
      ? apiVersions(address)
      : apiResourceList(resources, '', rest[0]);
  }
  if (root !== 'apis' || rest.length > 2) {
    return undefined;
  }
  if (rest.length === 0) {
    return apiGroupList(resources);
  }
  return rest.length === 1
    ? apiGroup(resources, rest[0])
    : apiResourceList(resources, rest[0], rest[1]);
}

/** Answers everything that is not an object: health, version, discovery. */
export function apiDocument(
  parts: { store: ObjectStore; serverVersion: string },
  request: Http2ServerRequest,
  path: string,
  answer: Answer,
): void {
  if (['/healthz', '/livez', '/readyz'].includes(path)) {
    answer.text(200, 'ok', { 'content-type': 'text/plain; charset=utf-8' });
    return;
  }
  if (path === '/version' || path === '/version/') {
    answer.json(200, versionDocument(parts.serverVersion));
    return;
  }
  const steps = path.split('/').filter(Boolean);
  const accept = String(request.headers.accept ?? '');
  if (steps.length === 1 && accept.includes('as=APIGroupDiscoveryList')) {
    answer.json(
      200,
      aggregatedDiscovery(parts.store.resources(), steps[0] === 'api'),
      {
        'content-type':
          'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
      },
    );
    return;
  }
  const address = String(
    request.headers[':authority'] ?? request.headers.host ?? '',
  );
  const document = discoveryDocument(parts.store, address, steps);
  if (document) {
    answer.json(200, document);
  } else {
    answer.pageNotFound();
  }
}
