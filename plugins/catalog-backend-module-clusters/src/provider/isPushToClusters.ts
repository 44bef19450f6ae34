import type { PlatformRepository } from '@clusterworks/plugin-clusters-spec';
import { z } from 'zod';
import { parseClusterFilePath } from './clusterFiles';

const paths = z.array(z.string()).default([]);

const pushSchema = z.object({
  ref: z.string(),
  repository: z.object({ html_url: z.string() }),
  forced: z.boolean().default(false),
  commits: z
    .array(z.object({ added: paths, removed: paths, modified: paths }))
    .default([]),
});

/**
 * Whether a `push` event may have changed clusters: it is for the repository's
 * base branch and includes a cluster's file. A push whose commits the event
 * does not list (a forced push, or too many commits) counts as one.
 */
export function isPushToClusters(
  payload: unknown,
  repository: PlatformRepository,
): boolean {
  const push = pushSchema.safeParse(payload);
  if (
    !push.success ||
    push.data.ref !== `refs/heads/${repository.baseBranch}` ||
    push.data.repository.html_url.toLowerCase() !== repository.url.toLowerCase()
  ) {
    return false;
  }
  const { commits, forced } = push.data;
  const touched = commits.flatMap(({ added, removed, modified }) => [
    ...added,
    ...removed,
    ...modified,
  ]);
  return (
    forced ||
    touched.length === 0 ||
    touched.some(path => parseClusterFilePath(path, repository.path))
  );
}
