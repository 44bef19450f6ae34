import { group, user } from '../portalInternals';

/** A simulated cluster. */
export interface QuestionedCluster {
  id: string;
  url: string;
  caData: string;
}

const apiVersion = 'backstage.io/v1alpha1';
const TEAMS = 40;
const ENVIRONMENTS = ['prod', 'prod', 'staging', 'dev'];
const REGIONS = ['eu-west-1', 'eu-central-1', 'us-east-1'];

const teamOf = (index: number) => `group:default/team-${index % TEAMS}`;

/**
 * A catalog with clusters and other entities: components, some of which depend
 * on a cluster or name it in an annotation, and the groups that own them.
 *
 * @param others - how many entities are no clusters
 */
export function questionEntities(
  clusters: readonly QuestionedCluster[],
  others: number,
): object[] {
  const people = [
    ...['platform', 'payments'].map(group),
    ...Array.from({ length: TEAMS }, (_, index) => group(`team-${index}`)),
    user('root', 'platform'),
    // Owns one in forty of the clusters and components.
    user('pat', 'team-1'),
  ];
  return [
    ...people,
    ...clusters.map(clusterEntity),
    ...Array.from({ length: others - people.length }, (_, index) =>
      componentEntity(index, clusters[Math.floor(index / 3) % clusters.length]),
    ),
  ];
}

function clusterEntity(
  { id, url, caData }: QuestionedCluster,
  index: number,
): object {
  return {
    ...{ apiVersion, kind: 'Resource' },
    metadata: {
      name: id,
      labels: {
        'clusterworks.dev/environment':
          ENVIRONMENTS[index % ENVIRONMENTS.length],
        'clusterworks.dev/region': REGIONS[index % REGIONS.length],
        'clusterworks.dev/account': `12345678901${index % 10}`,
      },
      annotations: {
        'kubernetes.io/api-server': url,
        'kubernetes.io/api-server-certificate-authority': caData,
        'kubernetes.io/auth-provider': 'aws',
        'kubernetes.io/x-k8s-aws-id': id,
      },
    },
    spec: { type: 'kubernetes-cluster', owner: teamOf(index) },
  };
}

function componentEntity(index: number, { id }: QuestionedCluster): object {
  const isAnnotated = index % 3 === 0;
  return {
    ...{ apiVersion, kind: 'Component' },
    metadata: {
      name: index === 1 ? 'payments' : `component-${index}`,
      annotations: isAnnotated ? { 'backstage.io/kubernetes-cluster': id } : {},
    },
    spec: {
      ...{ type: 'service', lifecycle: 'production', owner: teamOf(index) },
      ...(index % 3 === 1 && { dependsOn: [`resource:default/${id}`] }),
    },
  };
}
