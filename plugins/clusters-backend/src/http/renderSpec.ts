import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import { type RenderResponse } from '@clusterworks/plugin-clusters-common';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';

/**
 * The files that a spec gives, in order of their paths. Writes nothing.
 *
 * @param now - milliseconds since 1970, for warnings about ends of support
 * @throws InputError that lists all problems of the spec
 */
export function renderSpec(spec: unknown, now: number): RenderResponse {
  const today = new Date(now).toISOString().slice(0, 10);
  const { files, warnings, summary } = renderCluster(parseClusterSpec(spec), {
    today,
  });
  return {
    summary,
    warnings: warnings.map(({ code, message }) => ({ code, message })),
    files: Object.keys(files)
      .sort()
      .map(path => ({ path, content: files[path] })),
  };
}
