import {
  ANNOTATION_LOCATION,
  type Entity,
  RELATION_DEPENDENCY_OF,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
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
import {
  type ApiServerGuard,
  clusterSourceOf,
} from '@clusterworks/plugin-clusters-node';
import type { PlatformRepository } from '@clusterworks/plugin-clusters-spec';
import { clusterIdOf } from '../credentials/clusterIdOf';
import { regionOfServer } from '../credentials/regionOfServer';
import { eksArn } from '../identity/eksArn';
import { endpointOf } from '../identity/endpointOf';
import type { ClusterDetails, FoundCluster } from './KnownCluster';
import { rangesOf } from './rangesOf';
import { wishesOf } from './wishesOf';
import type { ReadableProviders } from './ReadableProviders';

/** Longer owners and locations count as absent. */
const MAX_TEXT = 1_000;

/** The rules that cluster entities of the catalog are checked against. */
export interface EntityRules {
  guard: ApiServerGuard;
  providers: ReadableProviders;
  /** `dangerouslyAllowSkipTLSVerify` of the catalog cluster locator. */
  maySkipTlsVerify: boolean;
  /** Repositories whose base branches hold only reviewed descriptions. */
  repositories: readonly PlatformRepository[];
}

/**
 * Reads a cluster entity; a forbidden address gives a `refusal`, not an error.
 */
export function readEntity(entity: Entity, rules: EntityRules): FoundCluster {
  const { name, labels = {}, annotations = {} } = entity.metadata;
  const entityRef = stringifyEntityRef(entity);
  const location = annotations[ANNOTATION_LOCATION];
  const known: FoundCluster = {
    name,
    entityRef,
    source: clusterSourceOf(location, rules.repositories),
    ...(isStorable(location) ? { location } : {}),
    place: isStorable(location) ? `${location} ${entityRef}` : entityRef,
    owner: relatedTo(entity, RELATION_OWNED_BY),
    environment: labels[clusterLabels.environment],
    region: labels[clusterLabels.region],
    accountId: labels[clusterLabels.account],
    system: relatedTo(entity, RELATION_PART_OF, /^system:/),
    components: componentsOf(entity),
    labels,
    ...rangesOf(annotations),
    ...wishesOf(annotations),
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
  const region = regionOfServer(url);
  if (region && known.region && region !== known.region) {
    const refusal = `It says that it is in ${known.region}, but its API server is in ${region}`;
    return { ...known, provisioned: true, refusal };
  }
  const details = {
    name,
    url,
    caData,
    authMetadata: authMetadataOf(annotations),
    skipTLSVerify:
      rules.maySkipTlsVerify &&
      annotations[ANNOTATION_KUBERNETES_SKIP_TLS_VERIFY] === 'true',
  };
  return {
    ...known,
    ...identityOf(details, provider, known),
    provisioned: true,
    details,
  };
}

/** The facts by which a cluster with an API server is identified. */
function identityOf(
  details: ClusterDetails,
  provider: string,
  { name, region, accountId }: FoundCluster,
): Pick<FoundCluster, 'arn' | 'endpoint'> {
  if (provider !== 'aws') {
    return { endpoint: endpointOf(details.url, undefined) };
  }
  const clusterId = clusterIdOf(name, details);
  return {
    endpoint: endpointOf(details.url, clusterId),
    arn: eksArn({
      region: regionOfServer(details.url) ?? region,
      accountId,
      clusterId,
    }),
  };
}

/** The first entity of a kind to which an entity has a relation. */
function relatedTo(
  entity: Entity,
  relation: string,
  kind = /^/,
): string | undefined {
  const target = entity.relations?.find(
    ({ type, targetRef }) => type === relation && kind.test(targetRef),
  )?.targetRef;
  return isStorable(target) ? target : undefined;
}

/** The components that say that they depend on the cluster. */
function componentsOf({ relations = [] }: Entity): string[] {
  const refs = relations
    .filter(({ type }) => type === RELATION_DEPENDENCY_OF)
    .map(({ targetRef }) => targetRef)
    .filter(ref => ref.startsWith('component:') && isStorable(ref));
  return [...new Set(refs)].sort();
}

/**
 * Users write the text: its length is limited, and PostgreSQL stores no NUL.
 */
function isStorable(text: string | undefined): boolean {
  return text !== undefined && text.length <= MAX_TEXT && !text.includes('\0');
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
