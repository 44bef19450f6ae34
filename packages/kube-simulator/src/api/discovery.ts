import type { ApiResource } from './ApiResource';
import { groupVersion } from './ApiResource';

const verbs = ['get', 'list', 'watch'];

function entry(resource: ApiResource) {
  return {
    name: resource.plural,
    singularName: resource.singular,
    namespaced: resource.namespaced,
    kind: resource.kind,
    verbs,
    ...(resource.shortNames && { shortNames: resource.shortNames }),
    ...(resource.categories && { categories: resource.categories }),
  };
}

/** `GET /api`. */
export function apiVersions(serverAddress: string) {
  return {
    kind: 'APIVersions',
    versions: ['v1'],
    serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress }],
  };
}

const authorization = {
  group: 'authorization.k8s.io',
  version: 'v1',
  resources: [
    review('SelfSubjectAccessReview'),
    review('SelfSubjectRulesReview'),
  ],
};

function review(kind: string) {
  const singular = kind.toLocaleLowerCase('en-US');
  return {
    name: `${singular}s`,
    singularName: singular,
    namespaced: false,
    kind,
    verbs: ['create'],
  };
}

/** `GET /api/v1` or `GET /apis/<group>/<version>`; undefined when not served. */
export function apiResourceList(
  resources: ApiResource[],
  group: string,
  version: string,
) {
  const entries =
    group === authorization.group && version === authorization.version
      ? authorization.resources
      : resources
          .filter(item => item.group === group && item.version === version)
          .map(entry);
  if (entries.length === 0) {
    return undefined;
  }
  return {
    kind: 'APIResourceList',
    ...(group && { apiVersion: 'v1' }),
    groupVersion: groupVersion({ group, version }),
    resources: entries,
  };
}

function groups(resources: ApiResource[]) {
  const versions = new Map<string, Set<string>>();
  for (const { group, version } of [...resources, authorization]) {
    if (group) {
      versions.set(group, (versions.get(group) ?? new Set()).add(version));
    }
  }
  return [...versions].map(([name, set]) => {
    const all = [...set].map(version => ({
      groupVersion: `${name}/${version}`,
      version,
    }));
    return { name, versions: all, preferredVersion: all[0] };
  });
}

/** `GET /apis`. */
export function apiGroupList(resources: ApiResource[]) {
  return { kind: 'APIGroupList', apiVersion: 'v1', groups: groups(resources) };
}

/** `GET /apis/<group>`; undefined when not served. */
export function apiGroup(resources: ApiResource[], name: string) {
  const found = groups(resources).find(group => group.name === name);
  return found && { kind: 'APIGroup', apiVersion: 'v1', ...found };
}

function discoveryResource(resource: ApiResource) {
  const { group, version, kind } = resource;
  return {
    resource: resource.plural,
    responseKind: { group, version, kind },
    scope: resource.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: resource.singular,
    verbs,
    ...(resource.shortNames && { shortNames: resource.shortNames }),
    ...(resource.categories && { categories: resource.categories }),
  };
}

/** `GET /api` or `GET /apis` as aggregated discovery (what kubectl asks for). */
export function aggregatedDiscovery(resources: ApiResource[], core: boolean) {
  const names = core ? [''] : groups(resources).map(group => group.name);
  const items = names.map(name => {
    const ofGroup = resources.filter(resource => resource.group === name);
    const versions = [...new Set(ofGroup.map(resource => resource.version))];
    return {
      metadata: name ? { name, creationTimestamp: null } : {},
      versions: versions.map(version => ({
        version,
        resources: ofGroup
          .filter(resource => resource.version === version)
          .map(discoveryResource),
        freshness: 'Current',
      })),
    };
  });
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: items.filter(item => item.versions.length > 0),
  };
}
