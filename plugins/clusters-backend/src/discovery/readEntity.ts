import {
  type Entity,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ANNOTATION_KUBERNETES_API_SERVER,
  ANNOTATION_KUBERNETES_API_SERVER_CA,
  ANNOTATION_KUBERNETES_AUTH_PROVIDER,
  ANNOTATION_KUBERNETES_SKIP_TLS_VERIFY,
} from '@backstage/plugin-kubernetes-common';
import {
  clusterAnnotations,
  clusterLabels,
} from '@clusterworks/plugin-clusters-common';
import { type ApiServerUrlRules, checkApiServerUrl } from './checkApiServerUrl';
import type { KnownCluster } from './KnownCluster';

/** Rules of the catalog cluster locator, as `plugin-kubernetes` has them. */
export interface CatalogLocatorRules extends ApiServerUrlRules {
  dangerouslyAllowSkipTlsVerify: boolean;
}

/** Credentials that the backend can make by itself, without a user. */
const SERVER_SIDE_PROVIDERS = new Set(['aws', 'azure', 'googleServiceAccount']);

/** What a cluster entity says; a bad address is a refusal, not an error. */
export function readEntity(
  entity: Entity,
  rules: CatalogLocatorRules,
): KnownCluster {
  const { name, labels = {}, annotations = {} } = entity.metadata;
  const known: KnownCluster = {
    name,
    entityRef: stringifyEntityRef(entity),
    owner: ownerOf(entity),
    environment: labels[clusterLabels.environment],
    region: labels[clusterLabels.region],
    accountId: labels[clusterLabels.account],
    labels,
    desired: {
      kubernetes: annotations[clusterAnnotations.desiredKubernetesVersion],
      karpenter: annotations[clusterAnnotations.desiredKarpenterVersion],
      cilium: annotations[clusterAnnotations.desiredCiliumVersion],
    },
    provisioned: false,
    trusted: false,
  };
  const url = annotations[ANNOTATION_KUBERNETES_API_SERVER];
  const caData = annotations[ANNOTATION_KUBERNETES_API_SERVER_CA];
  const provider = annotations[ANNOTATION_KUBERNETES_AUTH_PROVIDER];
  if (!url || !caData || !provider) {
    return known;
  }
  if (!SERVER_SIDE_PROVIDERS.has(provider)) {
    return {
      ...known,
      provisioned: true,
      refusal: `The portal has no credentials of its own for auth provider "${provider}"`,
    };
  }
  const refusal = checkApiServerUrl(url, provider, rules);
  if (refusal) {
    return { ...known, provisioned: true, refusal };
  }
  return {
    ...known,
    provisioned: true,
    details: {
      name,
      url,
      caData,
      authMetadata: authMetadataOf(annotations),
      skipTLSVerify:
        rules.dangerouslyAllowSkipTlsVerify &&
        annotations[ANNOTATION_KUBERNETES_SKIP_TLS_VERIFY] === 'true',
    },
  };
}

function ownerOf(entity: Entity): string | undefined {
  return entity.relations?.find(({ type }) => type === RELATION_OWNED_BY)
    ?.targetRef;
}

function authMetadataOf(
  annotations: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(annotations).filter(([key]) =>
      key.startsWith('kubernetes.io/'),
    ),
  );
}
