import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, RELATION_MEMBER_OF } from '@backstage/catalog-model';
import { ScmIntegrations } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import {
  ClusterSpec,
  parseClusterSpec,
  PlatformRepository,
} from '@clusterworks/plugin-clusters-spec';
import { FleetAddresses, Warning } from '../fleet/FleetAddresses';
import { BaseBranch } from '../github/BaseBranch';
import { openGithubRepository } from '../github/GithubRepository';
import {
  ClusterOperation,
  isEmptyPlan,
  planClusterChange,
} from '../github/planClusterChange';
import { PlatformRepositories } from '../github/PlatformRepositories';
import { pullRequestText, Requester } from '../github/pullRequestText';
import { writePullRequest } from '../github/writePullRequest';
import { examples } from './createPullRequestAction.examples';
import { specInput } from './specInput';
import { today } from './today';

/** What the step leaves behind, kept over a retry of the task. */
type Outcome = {
  changed: boolean;
  summary: string;
  files: string[];
  branch?: string;
  pullRequestUrl?: string;
  pullRequestNumber?: number;
};

/**
 * `clusters:pull-request`: proposes a cluster to the platform repository with
 * one pull request. Running it again updates that pull request; when nothing
 * would change there is none; when it fails, no half branch stays.
 */
export function createPullRequestAction(options: {
  repositories: PlatformRepositories;
  integrations: ScmIntegrations;
  addresses: Pick<FleetAddresses, 'warningsFor'>;
}) {
  const { repositories, integrations, addresses } = options;
  return createTemplateAction({
    id: 'clusters:pull-request',
    description:
      'Opens (or updates) the pull request that brings a cluster into the platform repository',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        spec: specInput,
        operation: z =>
          z
            .enum(['create', 'update'])
            .optional()
            .describe('Whether the cluster must be new; default: create'),
        allowVersionSteps: z =>
          z
            .boolean()
            .optional()
            .describe(
              'Whether versions may skip a minor, go back, or change several at once',
            ),
        repository: z =>
          z
            .string()
            .optional()
            .describe(
              'Platform repository, one of clusters.platformRepositories; default: the only one',
            ),
      },
      output: {
        changed: z =>
          z.boolean().describe('Whether there is anything to merge'),
        summary: z => z.string().describe('What the cluster is'),
        files: z => z.array(z.string()).describe('Files that change'),
        branch: z => z.string().optional().describe('Branch of the change'),
        pullRequestUrl: z => z.string().optional().describe('Its pull request'),
        pullRequestNumber: z => z.number().optional().describe('Its number'),
      },
    },
    async handler(ctx) {
      const spec = parseClusterSpec(ctx.input.spec);
      const repository = repositories.choose(ctx.input.repository);
      repositories.checkOwner(repository, spec);
      const operation = ctx.input.operation ?? 'create';
      const outcome = ctx.isDryRun
        ? dryRun(spec)
        : await ctx.checkpoint({
            // The name keeps the clusters of an `each` apart.
            key: `clusters.pull-request.${operation}.${spec.metadata.name}`,
            fn: async () =>
              propose({
                warnings: await addresses.warningsFor(
                  spec,
                  await ctx.getInitiatorCredentials(),
                ),
                spec,
                repository,
                operation,
                allowVersionSteps: ctx.input.allowVersionSteps,
                integrations,
                requester: requesterOf(ctx.user),
                logger: ctx.logger,
              }),
          });
      ctx.logger.info(describe(outcome, ctx.isDryRun));
      for (const [key, value] of Object.entries(outcome)) {
        ctx.output(key as keyof Outcome, value);
      }
    },
  });
}

async function propose(options: {
  spec: ClusterSpec;
  repository: PlatformRepository;
  operation: ClusterOperation;
  allowVersionSteps?: boolean;
  integrations: ScmIntegrations;
  requester: Requester;
  warnings: Warning[];
  logger: LoggerService;
}): Promise<Outcome> {
  const { spec, repository, operation, requester, warnings, logger } = options;
  const github = await openGithubRepository(repository, options.integrations);
  const base = await BaseBranch.read(github, repository);
  const change = await planClusterChange(spec, base, {
    operation,
    today: today(),
    allowVersionSteps: options.allowVersionSteps,
  });
  const { summary } = change.rendered;
  if (isEmptyPlan(change.plan)) {
    return { changed: false, summary, files: [] };
  }
  const pull = await writePullRequest({
    github,
    base,
    baseBranch: repository.baseBranch,
    spec,
    operation,
    change,
    text: pullRequestText(spec, change, { operation, requester, warnings }),
    logger,
  });
  return {
    changed: true,
    summary,
    files: [...Object.keys(change.plan.write), ...change.plan.delete].sort(),
    branch: pull.branch,
    pullRequestUrl: pull.url,
    pullRequestNumber: pull.number,
  };
}

// Without a look at GitHub, every file counts as changed.
function dryRun(spec: ClusterSpec): Outcome {
  const { summary, files } = renderCluster(spec, { today: today() });
  return { changed: true, summary, files: Object.keys(files) };
}

function requesterOf(
  user: { entity?: Entity; ref?: string } | undefined,
): Requester {
  const groups = user?.entity?.relations
    ?.filter(({ type }) => type === RELATION_MEMBER_OF)
    .map(({ targetRef }) => targetRef);
  return {
    ...(user?.ref ? { ref: user.ref } : {}),
    ...(groups ? { groups } : {}),
  };
}

function describe(outcome: Outcome, isDryRun: boolean | undefined): string {
  if (isDryRun) {
    return `Dry run: up to ${outcome.files.length} files would be proposed, nothing was sent`;
  }
  return outcome.changed
    ? `${outcome.files.length} files in pull request ${outcome.pullRequestUrl}`
    : 'Nothing to do: the platform repository is already as it should be';
}
