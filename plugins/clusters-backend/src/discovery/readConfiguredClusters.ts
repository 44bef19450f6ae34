import type { Config } from '@backstage/config';
import {
  ANNOTATION_KUBERNETES_AUTH_PROVIDER,
  ANNOTATION_KUBERNETES_AWS_ASSUME_ROLE,
  ANNOTATION_KUBERNETES_AWS_EXTERNAL_ID,
} from '@backstage/plugin-kubernetes-common';
import type { KnownCluster } from './KnownCluster';
import type { CatalogLocatorRules } from './readEntity';

function locatorMethods(config: Config, type: string): Config[] {
  const methods = config.getOptionalConfigArray(
    'kubernetes.clusterLocatorMethods',
  );
  return (methods ?? []).filter(method => method.getString('type') === type);
}

/** The rules that the operator set for clusters of the catalog. */
export function readCatalogLocatorRules(
  config: Config,
  allowedHosts: readonly string[],
): CatalogLocatorRules {
  const methods = locatorMethods(config, 'catalog');
  return {
    allowedHosts,
    dangerouslyAllowed: methods.flatMap(
      method =>
        method.getOptionalStringArray('dangerouslyAllowClusterUrls') ?? [],
    ),
    dangerouslyAllowSkipTlsVerify: methods.some(method =>
      method.getOptionalBoolean('dangerouslyAllowSkipTLSVerify'),
    ),
  };
}

/**
 * The clusters under `kubernetes.clusterLocatorMethods` of type `config`. The
 * operator wrote them, so their addresses are not questioned.
 */
export function readConfiguredClusters(config: Config): KnownCluster[] {
  return locatorMethods(config, 'config')
    .flatMap(method => method.getOptionalConfigArray('clusters') ?? [])
    .map(toKnownCluster);
}

function toKnownCluster(cluster: Config): KnownCluster {
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
  return {
    name,
    entityRef: `resource:default/${name.toLowerCase()}`,
    labels: {},
    desired: {},
    provisioned: true,
    trusted: true,
    details: {
      name,
      url: cluster.getString('url'),
      caData: cluster.getOptionalString('caData'),
      caFile: cluster.getOptionalString('caFile'),
      skipTLSVerify: cluster.getOptionalBoolean('skipTLSVerify') ?? false,
      authMetadata,
    },
  };
}
