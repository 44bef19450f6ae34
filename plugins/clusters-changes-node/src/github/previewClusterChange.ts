import { NotFoundError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import type { FilesByPath } from '@clusterworks/plugin-clusters-blueprint';
import type { ClusterRenderer } from '@clusterworks/plugin-clusters-node';
import type {
  ClusterChangeOperation,
  Removal,
} from '@clusterworks/plugin-clusters-common';
import {
  type ClusterSpec,
  parseClusterSpec,
  rangesOfSpec,
  type SpecChange,
  specChanges,
} from '@clusterworks/plugin-clusters-spec';
import { type AddressCheck, checkOverlaps } from '../addresses';
import { BaseBranch } from './BaseBranch';
import { checkFields } from './checkChange';
import { type AuthorizeChange, checkRights } from './checkRights';
import { checkPlace, type ClusterPlace, statusPathOf } from './ClusterPlace';
import { openGithubRepository } from './GithubRepository';
import { openChanges } from './openChanges';
import { planClusterChange } from './planClusterChange';
import { checkRemovalRequest, planClusterRemoval } from './planClusterRemoval';
import { type PlanPreview, previewOfPlan } from './previewOfPlan';

/**
 * The preview of a change of a cluster.
 *
 * @public
 */
export type ChangePreview = PlanPreview & {
  /** The spec as it would be written to git, including default values. */
  spec: ClusterSpec;
  /** The spec in git now. */
  before: ClusterSpec;
  fields: SpecChange[];
  /** The whole text of each file that would be written. */
  written: FilesByPath;
};

/**
 * Plans a change of an existing cluster; writes nothing.
 *
 * @throws InputError that lists all problems, NotFoundError when the cluster is
 * not in git, and what `authorize` throws
 *
 * @public
 */
export async function previewClusterChange(options: {
  spec: unknown;
  place: ClusterPlace;
  operation: ClusterChangeOperation;
  allowVersionSteps?: boolean;
  /** Takes the files of the cluster out, instead of changing its spec. */
  removal?: Removal;
  /** What is known of the cluster's addresses; new overlaps are refused. */
  addresses?: AddressCheck;
  /** Decides whether the requester may make the change. */
  authorize: AuthorizeChange;
  /** Day of the preview, for warnings about the end of support. */
  today: string;
  integrations: ScmIntegrations;
  renderer: ClusterRenderer;
}): Promise<ChangePreview> {
  const { place, operation } = options;
  const { repository } = place;
  const spec = parseClusterSpec(options.spec);
  checkPlace(place, spec);
  checkRemovalRequest(options);
  const github = await openGithubRepository(repository, options.integrations);
  const [base, [openChange]] = await Promise.all([
    BaseBranch.read(github, repository),
    openChanges(github, {
      baseBranch: repository.baseBranch,
      cluster: place.name,
    }),
  ]);
  await checkRights(spec, base, options);
  const change = options.removal
    ? await planClusterRemoval(spec, base)
    : await planClusterChange(spec, base, options);
  const { before, plan, rendered } = change;
  if (!before) {
    throw new NotFoundError(
      `${repository.url} has no cluster.yaml of ${spec.metadata.name} in ${spec.spec.environment} that can be read`,
    );
  }
  checkFields(
    before,
    spec,
    operation,
    base.versionOf(statusPathOf(place)) !== undefined,
  );
  const verdict =
    options.addresses && checkOverlaps(options.addresses, rangesOfSpec(before));
  return {
    ...(await previewOfPlan(change, { verdict, openChange })),
    spec: rendered.spec,
    before,
    fields: specChanges(before, rendered.spec),
    written: plan.write,
  };
}
