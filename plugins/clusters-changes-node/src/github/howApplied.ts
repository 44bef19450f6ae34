import { Markdown, markdown } from '@clusterworks/plugin-clusters-common';
import type { ClusterChange } from './planClusterChange';

/** Files that Terraform reads: its own, and the values of its releases. */
function isReadByTerraform(path: string, isHandedOver: boolean): boolean {
  return (
    (path.startsWith('terraform/') && !path.endsWith('.md')) ||
    (!isHandedOver && /^platform\/.*values\.yaml$/.test(path))
  );
}

function isOfOverlay(path: string): boolean {
  return path.startsWith('platform/overlays/');
}

/** Says what brings a change into the cluster once it is merged. */
export function howApplied({
  plan,
  rendered,
  isRemoval,
}: ClusterChange): Markdown {
  if (isRemoval) {
    return Markdown.trusted(
      'Merging it takes the cluster out of the portal, and destroys nothing.',
    );
  }
  const { handedOver = false } = rendered.spec.spec.gitops ?? {};
  const paths = [...Object.keys(plan.write), ...plan.delete].filter(
    path => !path.endsWith('.generated.json'),
  );
  const byTerraform = paths.some(path => isReadByTerraform(path, handedOver));
  const overlay = paths.some(
    path => isOfOverlay(path) && !isReadByTerraform(path, handedOver),
  );
  if (overlay && handedOver) {
    return byTerraform
      ? Markdown.trusted(
          'Argo CD applies the overlay within minutes of the merge; the next Terraform apply does the rest.',
        )
      : Markdown.trusted('Argo CD applies it within minutes of the merge.');
  }
  const how = [
    ...(byTerraform ? ['the next Terraform apply'] : []),
    ...(overlay
      ? [
          'scripts/apply-karpenter-nodes.sh, which the workflow Terraform apply runs',
        ]
      : []),
  ].join(', and ');
  return how === ''
    ? Markdown.trusted(
        'Merging it changes nothing in the cluster: only texts differ.',
      )
    : markdown`Merging it changes no cluster yet. This does: ${how}.`;
}
