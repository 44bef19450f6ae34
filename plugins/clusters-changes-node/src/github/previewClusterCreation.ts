import type { ScmIntegrations } from '@backstage/integration';
import type { ClusterRenderer } from '@clusterworks/plugin-clusters-node';
import {
  parseClusterSpec,
  type PlatformRepository,
} from '@clusterworks/plugin-clusters-spec';
import { type AddressCheck, checkOverlaps } from '../addresses';
import { BaseBranch } from './BaseBranch';
import { openGithubRepository } from './GithubRepository';
import { openChanges } from './openChanges';
import { planClusterChange } from './planClusterChange';
import { type PlanPreview, previewOfPlan } from './previewOfPlan';

/**
 * Plans the pull request that creates a cluster; writes nothing. Files that
 * the cluster's folders hold already are compared, and so are the files that
 * all clusters share.
 *
 * @throws InputError that lists all problems, ConflictError when the name is
 * taken or addresses overlap, and what GitHub refuses
 *
 * @public
 */
export async function previewClusterCreation(options: {
  spec: unknown;
  /** Chosen by `PlatformRepositories`, which knows the allowed repositories. */
  repository: PlatformRepository;
  /** What is known of the cluster's addresses; overlaps are refused. */
  addresses?: AddressCheck;
  /** Day of the preview, for warnings about the end of support. */
  today: string;
  integrations: ScmIntegrations;
  renderer: ClusterRenderer;
  /** A token of the requester; by default, the integration's credentials. */
  token?: string;
}): Promise<PlanPreview> {
  const { repository, integrations, addresses, token } = options;
  const spec = parseClusterSpec(options.spec);
  const github = await openGithubRepository(repository, integrations, token);
  const [base, [openChange]] = await Promise.all([
    BaseBranch.read(github, repository),
    openChanges(github, {
      baseBranch: repository.baseBranch,
      cluster: spec.metadata.name,
    }),
  ]);
  const change = await planClusterChange(spec, base, {
    ...options,
    operation: 'create',
  });
  const verdict = addresses && checkOverlaps(addresses);
  return await previewOfPlan(change, { verdict, openChange });
}
