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
import type { ApiServerGuard } from '@clusterworks/plugin-clusters-node';
import type { KnownCluster } from './KnownCluster';
import type { ReadableProviders } from './ReadableProviders';

/** What clusters of the catalog are held against. */
export interface EntityRules {
  guard: ApiServerGuard;
  providers: ReadableProviders;
  /** `dangerouslyAllowSkipTLSVerify` of the catalog cluster locator. */
  maySkipTlsVerify: boolean;
}

/** What a cluster entity says; a bad address is a refusal, not an error. */
export function readEntity(entity: Entity, rules: EntityRules): KnownCluster {
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
  const notRead = provider && rules.providers.notRead(provider, false);
  if (notRead) {
    return { ...known, provisioned: url !== undefined, notRead };
  }
  if (!url || !caData || !provider) {
    return known;
  }
  const hosts = rules.providers.hostsOf(provider);
  const problem = rules.guard.problemOf(url, hosts);
  if (problem) {
    const refusal = `The API server address ${problem}`;
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
        rules.maySkipTlsVerify &&
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
