import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';

/** Something that a person should know before merging. */
export type RenderWarning = { code: string; message: string };

/** What one thing worth knowing looks like in a spec. */
export type WarningRule = (
  resolved: ResolvedClusterSpec,
  today?: string,
) => RenderWarning[];
