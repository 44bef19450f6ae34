import type { Config } from '@backstage/config';
import {
  ANNOTATION_KUBERNETES_AUTH_PROVIDER,
  ANNOTATION_KUBERNETES_AWS_ASSUME_ROLE,
  ANNOTATION_KUBERNETES_AWS_EXTERNAL_ID,
} from '@backstage/plugin-kubernetes-common';
import { clusterIdOf } from '../credentials/clusterIdOf';
import { endpointOf } from '../identity/endpointOf';
import type { FoundCluster } from './KnownCluster';
import type { ReadableProviders } from './ReadableProviders';

function locatorMethods(config: Config, type: string): Config[] {
  const methods = config.getOptionalConfigArray(
    'kubernetes.clusterLocatorMethods',
  );
  return (methods ?? []).filter(method => method.getString('type') === type);
}

/**
 * Whether the operator allows catalog entities to turn off certificate checks.
 */
export function readMaySkipTlsVerify(config: Config): boolean {
  return locatorMethods(config, 'catalog').some(method =>
    method.getOptionalBoolean('dangerouslyAllowSkipTLSVerify'),
  );
}

/**
 * The clusters under `kubernetes.clusterLocatorMethods` of type `config`. The
 * operator wrote them, so their addresses are trusted.
 */
export function readConfiguredClusters(
  config: Config,
  providers: ReadableProviders,
): FoundCluster[] {
  return locatorMethods(config, 'config')
    .flatMap(method => method.getOptionalConfigArray('clusters') ?? [])
    .map(cluster => toKnownCluster(cluster, providers));
}

/** More than names of entities may have, and short enough for the database. */
const MAX_NAME = 253;

function toKnownCluster(
  cluster: Config,
  providers: ReadableProviders,
): FoundCluster {
  const full = cluster.getString('name');
  const name = full.slice(0, MAX_NAME);
  const metadata = cluster.getOptional<Record<string, string>>('authMetadata');
  const authMetadata: Record<string, string> = { ...metadata };
  const copy = (key: string, annotation: string) => {
    const value = cluster.getOptionalString(key);
    if (value) {
      authMetadata[annotation] ??= value;
    }
  };
  copy('authProvider', ANNOTATION_KUBERNETES_AUTH_PROVIDER);
  copy('assumeRole', ANNOTATION_KUBERNETES_AWS_ASSUME_ROLE);
  copy('externalId', ANNOTATION_KUBERNETES_AWS_EXTERNAL_ID);
  copy('serviceAccountToken', 'serviceAccountToken');
  const known: FoundCluster = {
    name,
    entityRef: `resource:default/${name.toLowerCase()}`,
    source: 'configuration',
    place: `configuration ${name}`,
    labels: {},
    ranges: [],
    rangesUnknown: 'the configuration of the portal gives no ranges',
    desired: {},
    provisioned: true,
    trusted: true,
  };
  const provider = authMetadata[ANNOTATION_KUBERNETES_AUTH_PROVIDER] ?? '';
  const notRead = providers.notRead(provider, true);
  if (notRead) {
    return { ...known, notRead };
  }
  const url = cluster.getString('url');
  if (name.length < full.length) {
    const refusal = `Its name has ${full.length} characters; at most ${MAX_NAME} are allowed`;
    return { ...known, refusal };
  }
  if (!URL.canParse(url)) {
    return { ...known, refusal: 'The API server address is not a URL' };
  }
  const details = {
    name,
    url,
    caData: cluster.getOptionalString('caData'),
    caFile: cluster.getOptionalString('caFile'),
    skipTLSVerify: cluster.getOptionalBoolean('skipTLSVerify') ?? false,
    authMetadata,
  };
  const clusterId = provider === 'aws' ? clusterIdOf(name, details) : undefined;
  return { ...known, endpoint: endpointOf(url, clusterId), details };
}
