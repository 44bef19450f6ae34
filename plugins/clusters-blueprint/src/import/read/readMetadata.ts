import { OWNER_TAG } from '@clusterworks/plugin-clusters-spec';
import type { ImportFacts } from '../ImportFacts';
import type { SpecDraft } from '../SpecDraft';

const ENVIRONMENT_TAG = 'clusterworks.dev/environment';

/**
 * Tags that are no tags of the spec: the blueprint, its EKS module, Karpenter
 * or AWS sets them.
 */
const othersTags: ReadonlySet<string> = new Set([
  'clusterworks.dev/cluster',
  ENVIRONMENT_TAG,
  OWNER_TAG,
  'managed-by',
  'terraform-aws-modules',
  'GuardDutyManaged',
  'karpenter.sh/discovery',
  'Name',
]);

function isOwnTag(key: string): boolean {
  return (
    !othersTags.has(key) &&
    !/^(aws|eks|eksctl\.cluster|alpha\.eksctl)[:.]/.test(key)
  );
}

/** Name, owner, environment, region, account and tags. */
export function readMetadata({ aws }: ImportFacts, draft: SpecDraft): void {
  const { cluster, region, accountId } = aws;
  const { tags } = cluster;
  draft.set('apiVersion', 'clusterworks.dev/v1alpha1');
  draft.set('kind', 'Cluster');
  draft.set('metadata.name', cluster.name);
  const [owner, environment] = [OWNER_TAG, ENVIRONMENT_TAG].map(key =>
    Object.hasOwn(tags, key) ? tags[key] : undefined,
  );
  if (owner === undefined) {
    draft.ask('metadata.owner', 'Which group or user owns the cluster?');
  } else {
    draft.set('metadata.owner', owner);
  }
  draft.take('metadata.system');
  draft.take('metadata.description');
  if (environment === undefined) {
    draft.ask(
      'spec.environment',
      'Which environment does the cluster belong to? It is a folder of the platform repository.',
    );
  } else {
    draft.set('spec.environment', environment);
  }
  draft.set('spec.region', region);
  draft.set('spec.accountId', accountId);
  const own = Object.entries(tags).filter(([key]) => isOwnTag(key));
  if (own.length > 0) {
    draft.set('spec.tags', Object.fromEntries(own.sort()));
  }
}
