import type { Entity, EntityLink } from '@backstage/catalog-model';
import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_VIEW_URL,
  DEFAULT_NAMESPACE,
} from '@backstage/catalog-model';
import {
  ANNOTATION_KUBERNETES_API_SERVER,
  ANNOTATION_KUBERNETES_API_SERVER_CA,
  ANNOTATION_KUBERNETES_AUTH_PROVIDER,
  ANNOTATION_KUBERNETES_AWS_CLUSTER_ID,
  ANNOTATION_KUBERNETES_SKIP_METRICS_LOOKUP,
  KUBERNETES_LABEL_SELECTOR_QUERY_ANNOTATION,
} from '@backstage/plugin-kubernetes-common';
import {
  clusterAnnotations,
  CLUSTER_ENTITY_TYPE,
  clusterLabels,
  CLUSTER_LABEL_SELECTOR,
} from '@clusterworks/plugin-clusters-common';
import type {
  ClusterSpec,
  ClusterStatus,
  PlatformRepository,
} from '@clusterworks/plugin-clusters-spec';
import {
  nodePoolNames,
  rangesOfSpec,
  nodeTags,
  resolveVersions,
} from '@clusterworks/plugin-clusters-spec';
import { versionLabels } from '../fleet/versionLabels';
import { consoleUrl } from './consoleUrl';

/** The location of a cluster's files. */
export interface ClusterPlace {
  repository: PlatformRepository;
  /** `clusters/dev/payments-dev`, prefixed with the configured path. */
  folder: string;
}

/**
 * The catalog entity of a cluster, from its spec alone or, once
 * Terraform has published it, from its spec and its status.
 */
export function clusterEntity(
  spec: ClusterSpec,
  status: ClusterStatus | undefined,
  place: ClusterPlace,
): Entity {
  const { metadata, spec: wanted } = spec;
  const peers = wanted.cilium?.clusterMesh?.peers ?? [];
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: metadata.name,
      namespace: DEFAULT_NAMESPACE,
      ...(metadata.description ? { description: metadata.description } : {}),
      labels: labels(spec, status),
      annotations: {
        ...placeAnnotations(place),
        ...specAnnotations(spec),
        ...(status ? statusAnnotations(status) : {}),
      },
      links: links(spec, status, place),
    },
    spec: {
      type: CLUSTER_ENTITY_TYPE,
      owner: metadata.owner,
      ...(metadata.system ? { system: metadata.system } : {}),
      ...(peers.length > 0
        ? {
            dependsOn: peers.map(
              peer => `resource:${DEFAULT_NAMESPACE}/${peer}`,
            ),
          }
        : {}),
    },
  };
}

function labels(
  { spec }: ClusterSpec,
  status: ClusterStatus | undefined,
): Record<string, string> {
  const account = status?.status.accountId ?? spec.accountId;
  return {
    [clusterLabels.environment]: spec.environment,
    [clusterLabels.region]: spec.region,
    ...(account ? { [clusterLabels.account]: account } : {}),
    [clusterLabels.provisioned]: String(status !== undefined),
    ...versionLabels(resolveVersions(spec.versions)),
  };
}

function placeAnnotations({ repository, folder }: ClusterPlace) {
  const { url, baseBranch } = repository;
  const file = `${baseBranch}/${folder}/cluster.yaml`;
  const location = `url:${url}/blob/${file}`;
  return {
    [ANNOTATION_LOCATION]: location,
    [ANNOTATION_ORIGIN_LOCATION]: location,
    [ANNOTATION_SOURCE_LOCATION]: `url:${url}/tree/${baseBranch}/${folder}/`,
    [ANNOTATION_VIEW_URL]: `${url}/blob/${file}`,
    [ANNOTATION_EDIT_URL]: `${url}/edit/${file}`,
    [clusterAnnotations.specPath]: `${folder}/cluster.yaml`,
  };
}

function specAnnotations(cluster: ClusterSpec) {
  const { metadata, spec } = cluster;
  const tags = nodeTags(cluster);
  const versions = resolveVersions(spec.versions);
  const imageRelease = spec.karpenter?.amiRelease;
  const peerCidrs = spec.cilium?.clusterMesh?.peerCidrs ?? [];
  return {
    'backstage.io/kubernetes-cluster': metadata.name,
    [KUBERNETES_LABEL_SELECTOR_QUERY_ANNOTATION]: CLUSTER_LABEL_SELECTOR,
    [clusterAnnotations.vpcCidrs]: rangesOfSpec(cluster).join(','),
    ...(peerCidrs.length > 0 && {
      [clusterAnnotations.meshCidrs]: peerCidrs.join(','),
    }),
    [clusterAnnotations.nodePools]: nodePoolNames({ spec }).join(','),
    ...(imageRelease && { [clusterAnnotations.imageRelease]: imageRelease }),
    ...(Object.keys(tags).length > 0 && {
      [clusterAnnotations.nodeTags]: JSON.stringify(tags),
    }),
    [clusterAnnotations.desiredKubernetesVersion]: versions.kubernetes,
    [clusterAnnotations.desiredKarpenterVersion]: versions.karpenter,
    [clusterAnnotations.desiredCiliumVersion]: versions.cilium,
    ...(spec.karpenter?.freeze
      ? { [clusterAnnotations.frozenUntil]: spec.karpenter.freeze.until }
      : {}),
    ...(spec.decommission
      ? { [clusterAnnotations.decommission]: spec.decommission.stage }
      : {}),
  };
}

function statusAnnotations({ status }: ClusterStatus) {
  return {
    [ANNOTATION_KUBERNETES_API_SERVER]: status.endpoint,
    [ANNOTATION_KUBERNETES_API_SERVER_CA]: status.certificateAuthority,
    [ANNOTATION_KUBERNETES_AUTH_PROVIDER]: 'aws',
    // Exactly the EKS name, because it is signed into the token.
    [ANNOTATION_KUBERNETES_AWS_CLUSTER_ID]: status.eksName,
    // The blueprint installs no metrics server; a request for metrics would
    // only put a warning on the Kubernetes tab.
    [ANNOTATION_KUBERNETES_SKIP_METRICS_LOOKUP]: 'true',
    [clusterAnnotations.interruptionQueue]: status.interruptionQueue,
    [clusterAnnotations.appliedAt]: status.appliedAt,
  };
}

function links(
  { spec }: ClusterSpec,
  status: ClusterStatus | undefined,
  { repository, folder }: ClusterPlace,
): EntityLink[] {
  const { url, baseBranch } = repository;
  const files = {
    url: `${url}/tree/${baseBranch}/${folder}`,
    title: 'Files in git',
  };
  const console = status && {
    url: consoleUrl(spec.region, status.status.eksName),
    title: 'EKS console',
  };
  return console ? [files, console] : [files];
}
