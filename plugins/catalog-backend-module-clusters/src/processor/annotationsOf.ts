import type { Entity } from '@backstage/catalog-model';
import { clusterAnnotations } from '@clusterworks/plugin-clusters-common';

/**
 * The annotations of a cluster. A cluster whose name belongs to another loses
 * the annotations that the Kubernetes plugin uses; otherwise it could take the
 * other cluster's place there.
 *
 * @param holder - the cluster that holds the name, if it is another one
 */
export function annotationsOf(
  { metadata: { annotations = {} } }: Entity,
  holder: string | undefined,
): Record<string, string> {
  const kept = Object.entries(annotations).filter(
    // The author of an entity may also write this annotation, so it is removed
    // first.
    ([key]) =>
      key !== clusterAnnotations.nameTakenBy &&
      (holder === undefined || !isOfKubernetesPlugin(key)),
  );
  return {
    ...Object.fromEntries(kept),
    ...(holder && { [clusterAnnotations.nameTakenBy]: holder }),
  };
}

function isOfKubernetesPlugin(key: string): boolean {
  return (
    key.startsWith('kubernetes.io/') ||
    key.startsWith('backstage.io/kubernetes-')
  );
}
