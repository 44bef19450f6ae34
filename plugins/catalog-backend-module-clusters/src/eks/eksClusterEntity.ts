import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_VIEW_URL,
} from '@backstage/catalog-model';
import {
  ANNOTATION_KUBERNETES_API_SERVER,
  ANNOTATION_KUBERNETES_API_SERVER_CA,
  ANNOTATION_KUBERNETES_AUTH_PROVIDER,
  ANNOTATION_KUBERNETES_AWS_ASSUME_ROLE,
  ANNOTATION_KUBERNETES_AWS_CLUSTER_ID,
  ANNOTATION_KUBERNETES_AWS_EXTERNAL_ID,
  KUBERNETES_LABEL_SELECTOR_QUERY_ANNOTATION,
} from '@backstage/plugin-kubernetes-common';
import {
  clusterAnnotations,
  CLUSTER_ENTITY_TYPE,
  clusterLabels,
  CLUSTER_LABEL_SELECTOR,
  EKS_LOCATION_TYPE,
} from '@clusterworks/plugin-clusters-common';
import { isLabelValue } from '../fleet/isLabelValue';
import { versionLabels } from '../fleet/versionLabels';
import { consoleUrl } from '../provider/consoleUrl';
import type { EksCluster } from './eksClusterSchema';
import { toRef, type EksSource } from './eksSources';

/** An EKS cluster with the address blocks of its VPC. */
export interface DiscoveredCluster {
  cluster: EksCluster;
  /** Address blocks of the VPC, the primary one first; absent when unknown. */
  vpcCidrs?: string[];
}

/**
 * The catalog entity of a discovered EKS cluster. Tags determine owner, system
 * and labels; a tag with an unusable value is ignored and reported.
 */
export function eksClusterEntity(
  { cluster, vpcCidrs }: DiscoveredCluster,
  source: EksSource,
  region: string,
): { entity: Entity; problems: string[] } {
  const problems: string[] = [];
  const location = `${EKS_LOCATION_TYPE}:${cluster.arn}`;
  const view = consoleUrl(region, cluster.name);
  const system = systemOf(cluster, source, problems);
  const { serviceIpv4Cidr } = cluster.kubernetesNetworkConfig;
  return {
    problems,
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: entityName(cluster.name, source, region),
        namespace: source.namespace,
        labels: labels(cluster, source, region, problems),
        annotations: {
          [ANNOTATION_LOCATION]: location,
          [ANNOTATION_ORIGIN_LOCATION]: location,
          [ANNOTATION_VIEW_URL]: view,
          ...accessAnnotations(cluster, source),
          ...(vpcCidrs?.length
            ? { [clusterAnnotations.vpcCidrs]: vpcCidrs.join(',') }
            : {}),
          ...(serviceIpv4Cidr && {
            [clusterAnnotations.serviceCidrs]: serviceIpv4Cidr,
          }),
        },
        links: [{ url: view, title: 'EKS console' }],
      },
      spec: {
        type: CLUSTER_ENTITY_TYPE,
        owner: ownerOf(cluster, source, problems),
        ...(system ? { system } : {}),
      },
    },
  };
}

function entityName(name: string, source: EksSource, region: string): string {
  return source.name
    .replaceAll('{name}', name)
    .replaceAll('{region}', region)
    .replaceAll('{account}', source.accountId);
}

/** A cluster that EKS is still creating has no API server yet. */
function accessAnnotations(
  { name, endpoint, certificateAuthority }: EksCluster,
  { assumeRole, externalId }: EksSource,
): Record<string, string> {
  if (!endpoint || !certificateAuthority.data) {
    return {};
  }
  return {
    'backstage.io/kubernetes-cluster': name,
    [KUBERNETES_LABEL_SELECTOR_QUERY_ANNOTATION]: CLUSTER_LABEL_SELECTOR,
    [ANNOTATION_KUBERNETES_API_SERVER]: endpoint,
    [ANNOTATION_KUBERNETES_API_SERVER_CA]: certificateAuthority.data,
    [ANNOTATION_KUBERNETES_AUTH_PROVIDER]: 'aws',
    // Exactly the EKS name, because it is signed into the token.
    [ANNOTATION_KUBERNETES_AWS_CLUSTER_ID]: name,
    ...(assumeRole && { [ANNOTATION_KUBERNETES_AWS_ASSUME_ROLE]: assumeRole }),
    ...(externalId && { [ANNOTATION_KUBERNETES_AWS_EXTERNAL_ID]: externalId }),
  };
}

function labels(
  cluster: EksCluster,
  source: EksSource,
  region: string,
  problems: string[],
): Record<string, string> {
  const { tags } = cluster;
  const fromTags = Object.entries({
    [clusterLabels.environment]: source.environmentTag,
    ...source.labels,
  }).flatMap(([label, tag]) => {
    const value = Object.hasOwn(tags, tag) ? tags[tag] : undefined;
    if (value === undefined) {
      return [];
    }
    if (!isLabelValue(value)) {
      problems.push(`tag ${tag} is not the value of a label`);
      return [];
    }
    return [[label, value]];
  });
  return {
    ...Object.fromEntries(fromTags),
    [clusterLabels.region]: region,
    [clusterLabels.account]: source.accountId,
    [clusterLabels.provisioned]: String(cluster.endpoint !== undefined),
    ...versionLabels({ kubernetes: cluster.version }),
  };
}

function ownerOf(
  { tags }: EksCluster,
  source: EksSource,
  problems: string[],
): string {
  const { ownerTag, owner, allowedOwnerGroups } = source;
  if (!Object.hasOwn(tags, ownerTag)) {
    return owner;
  }
  const tagged = toRef(tags[ownerTag], 'group');
  if (!tagged) {
    problems.push(`tag ${ownerTag} is not an entity reference`);
    return owner;
  }
  if (allowedOwnerGroups.length > 0 && !allowedOwnerGroups.includes(tagged)) {
    problems.push(
      `tag ${ownerTag} names ${tagged}, which may own nothing here`,
    );
    return owner;
  }
  return tagged;
}

function systemOf(
  { tags }: EksCluster,
  { systemTag }: EksSource,
  problems: string[],
): string | undefined {
  if (!Object.hasOwn(tags, systemTag)) {
    return undefined;
  }
  const system = toRef(tags[systemTag], 'system');
  if (!system) {
    problems.push(`tag ${systemTag} is not an entity reference`);
  }
  return system;
}
