import {
  clusterFolder,
  clusterNames,
} from '@clusterworks/plugin-clusters-spec';
import type { SimulatedGithub } from '@clusterworks/github-simulator';

/** The values of `terraform output cluster_status`. */
export interface AppliedCluster {
  environment: string;
  name: string;
  accountId: string;
  endpoint: string;
  certificateAuthority: string;
  appliedAt: string;
}

/** `status.yaml`, as scripts/publish-cluster-status.sh writes it. */
export function statusYaml(cluster: AppliedCluster): string {
  const names = clusterNames(cluster.name);
  return `apiVersion: clusterworks.dev/v1alpha1
kind: ClusterStatus
metadata:
  name: ${cluster.name}
status:
  eksName: ${names.eks}
  accountId: "${cluster.accountId}"
  endpoint: ${cluster.endpoint}
  certificateAuthority: ${cluster.certificateAuthority}
  interruptionQueue: ${names.interruptionQueue}
  appliedAt: "${cluster.appliedAt}"
`;
}

/** Path of `status.yaml` in the platform repository. */
export function statusPath(cluster: {
  environment: string;
  name: string;
}): string {
  return `${clusterFolder(cluster)}/status.yaml`;
}

/**
 * Commits `status.yaml` to main through the REST API, as CI would after
 * `terraform apply`.
 *
 * @throws Error when the API refuses it
 */
export async function publishStatus(
  github: SimulatedGithub,
  cluster: AppliedCluster,
): Promise<void> {
  const url = `${github.apiBaseUrl}/repos/${
    github.repository.fullName
  }/contents/${statusPath(cluster)}`;
  const headers = {
    authorization: `Bearer ${github.token}`,
    'content-type': 'application/json',
  };
  const existing = await fetch(`${url}?ref=main`, { headers });
  const sha = existing.ok
    ? ((await existing.json()) as { sha?: string }).sha
    : undefined;
  const response = await fetch(url, {
    method: 'PUT',
    headers,
    body: JSON.stringify({
      message: `Publish the status of ${cluster.name}`,
      branch: 'main',
      content: Buffer.from(statusYaml(cluster)).toString('base64'),
      ...(sha && { sha }),
    }),
  });
  if (!response.ok) {
    throw new Error(
      `the status of ${cluster.name} was refused: ${
        response.status
      } ${await response.text()}`,
    );
  }
}

/** Commits the status of many clusters at once: each commit takes a second. */
export async function publishStatuses(
  { repository }: SimulatedGithub,
  clusters: readonly AppliedCluster[],
): Promise<void> {
  if (clusters.length > 0) {
    await repository.commit({
      message: `Publish the status of ${clusters
        .map(({ name }) => name)
        .join(', ')}`,
      write: Object.fromEntries(
        clusters.map(cluster => [statusPath(cluster), statusYaml(cluster)]),
      ),
      actor: 'backstage',
    });
  }
}
