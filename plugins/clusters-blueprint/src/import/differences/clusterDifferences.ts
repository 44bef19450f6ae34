import type { ImportFacts } from '../ImportFacts';
import type { SpecDraft } from '../SpecDraft';

/**
 * Settings of the control plane for which the spec has no field, where the
 * blueprint did not make them itself.
 */
export function clusterDifferences(
  { aws, snapshot }: ImportFacts,
  draft: SpecDraft,
): void {
  const { cluster } = aws;
  if (cluster.tags['clusterworks.dev/cluster'] === cluster.name) {
    return;
  }
  const keys = cluster.encryptionConfig.flatMap(
    ({ provider }) => provider?.keyArn ?? [],
  );
  draft.differ(
    'EKS encryptionConfig',
    keys.length > 0
      ? `encrypts Secrets with ${keys.join(
          ', ',
        )}; the blueprint makes a key of its own, and EKS cannot change the key of a cluster`
      : 'is absent; the blueprint encrypts Secrets with a key of its own, which EKS cannot undo later',
  );
  if (cluster.computeConfig?.enabled === true) {
    draft.differ(
      'EKS Auto Mode',
      'is on; the blueprint runs Karpenter itself and has Auto Mode off',
    );
  }
  if (cluster.kubernetesNetworkConfig?.ipFamily === 'ipv6') {
    draft.differ(
      'EKS ipFamily',
      'is ipv6, which EKS cannot change; the blueprint runs with IPv4 only',
    );
  }
  const isFargate = snapshot.resources.nodes.items.some(
    ({ labels }) => labels['eks.amazonaws.com/compute-type'] === 'fargate',
  );
  if (isFargate) {
    draft.differ('Fargate', 'runs pods; the blueprint has no Fargate profile');
  }
}
