import type { RenderedCluster } from '@clusterworks/plugin-clusters-blueprint';
import type { RenderResponse } from '@clusterworks/plugin-clusters-common';

/**
 * Converts a rendered cluster into the API's answer, with files sorted by path.
 */
export function toRenderResponse({
  files,
  warnings,
  summary,
}: RenderedCluster): RenderResponse {
  return {
    summary,
    warnings: warnings.map(({ code, message }) => ({ code, message })),
    files: Object.keys(files)
      .sort()
      .map(path => ({ path, content: files[path] })),
  };
}
