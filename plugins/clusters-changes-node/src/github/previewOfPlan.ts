import type {
  FileConflict,
  RenderWarning,
} from '@clusterworks/plugin-clusters-blueprint';
import type { AddressVerdict } from '../addresses';
import { changeWarnings } from './changeWarnings';
import { type FileDiff, fileDiffs } from './fileDiffs';
import type { OpenChange } from './openChanges';
import type { ClusterChange } from './planClusterChange';

/**
 * What a pull request would do to the files of a platform repository.
 *
 * @public
 */
export type PlanPreview = {
  /** A summary of the cluster in one sentence. */
  summary: string;
  /** The files that would change; records come last. */
  files: FileDiff[];
  /** How many generated files do not change. */
  untouched: number;
  conflicts: FileConflict[];
  warnings: RenderWarning[];
  /** An open pull request about the same cluster. */
  openChange?: OpenChange;
};

/** The part of a preview that all operations have. */
export async function previewOfPlan(
  change: ClusterChange,
  {
    verdict,
    openChange,
  }: { verdict?: Pick<AddressVerdict, 'warnings'>; openChange?: OpenChange },
): Promise<PlanPreview> {
  const { plan, rendered } = change;
  return {
    summary: rendered.summary,
    files: await fileDiffs(change),
    untouched: plan.unchanged.length,
    conflicts: plan.conflicts,
    warnings: [...changeWarnings(change), ...(verdict?.warnings ?? [])],
    ...(openChange ? { openChange } : {}),
  };
}
