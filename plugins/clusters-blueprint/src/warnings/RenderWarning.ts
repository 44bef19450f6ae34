import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';

/**
 * Something that a person should know before merging.
 *
 * @public
 */
export type RenderWarning = { code: string; message: string };

/** A function that finds one kind of warning in a spec. */
export type WarningRule = (
  resolved: ResolvedClusterSpec,
  today?: string,
) => RenderWarning[];
