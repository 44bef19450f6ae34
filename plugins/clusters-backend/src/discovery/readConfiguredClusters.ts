import type { Config } from '@backstage/config';
import {
  ANNOTATION_KUBERNETES_AUTH_PROVIDER,
  ANNOTATION_KUBERNETES_AWS_ASSUME_ROLE,
  ANNOTATION_KUBERNETES_AWS_EXTERNAL_ID,
} from '@backstage/plugin-kubernetes-common';
import type { KnownCluster } from './KnownCluster';
import type { ReadableProviders } from './ReadableProviders';

function locatorMethods(config: Config, type: string): Config[] {
  const methods = config.getOptionalConfigArray(
    'kubernetes.clusterLocatorMethods',
  );
  return (methods ?? []).filter(method => method.getString('type') === type);
}

/** Whether the operator lets entities of the catalog go without a certificate. */
export function readMaySkipTlsVerify(config: Config): boolean {
  return locatorMethods(config, 'catalog').some(method =>
    method.getOptionalBoolean('dangerouslyAllowSkipTLSVerify'),
  );
}

/**
 * The clusters under `kubernetes.clusterLocatorMethods` of type `config`. The
 * operator wrote them, so their addresses are not questioned.
 */
export function readConfiguredClusters(
  config: Config,
  providers: ReadableProviders,
): KnownCluster[] {
  return locatorMethods(config, 'config')
    .flatMap(method => method.getOptionalConfigArray('clusters') ?? [])
    .map(cluster => toKnownCluster(cluster, providers));
}

function toKnownCluster(
  cluster: Config,
  providers: ReadableProviders,
): KnownCluster {
  const name = cluster.getString('name');
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
  const known: KnownCluster = {
    name,
    entityRef: `resource:default/${name.toLowerCase()}`,
    labels: {},
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
  if (!URL.canParse(url)) {
    return { ...known, refusal: 'The API server address is not a URL' };
  }
  return {
    ...known,
    details: {
      name,
      url,
      caData: cluster.getOptionalString('caData'),
      caFile: cluster.getOptionalString('caFile'),
      skipTLSVerify: cluster.getOptionalBoolean('skipTLSVerify') ?? false,
      authMetadata,
    },
  };
}
