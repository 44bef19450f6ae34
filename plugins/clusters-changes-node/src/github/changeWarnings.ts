import type { RenderWarning } from '@clusterworks/plugin-clusters-blueprint';
import type { ClusterChange } from './planClusterChange';

/** Warnings about the rendered cluster and about the files in git. */
export function changeWarnings({
  plan,
  rendered,
}: ClusterChange): RenderWarning[] {
  return [
    ...rendered.warnings,
    ...plan.deletedByHand.map(path => ({
      code: 'deleted-by-hand',
      message: `${path} is generated, but somebody took it away: it stays away.`,
    })),
  ];
}
