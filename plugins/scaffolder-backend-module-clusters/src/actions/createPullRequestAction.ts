import type { ScmIntegrations } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type {
  ClusterProposal,
  PlatformRepositories,
} from '@clusterworks/plugin-clusters-changes-node';
import {
  checkToken,
  proposeClusterChange,
} from '@clusterworks/plugin-clusters-changes-node';
import type { ClusterRenderer } from '@clusterworks/plugin-clusters-node';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';
import type { FleetAddresses } from '../fleet/FleetAddresses';
import { examples } from './createPullRequestAction.examples';
import type { ClusterRights } from './ClusterRights';
import { proposalInput, proposalOutput } from './proposalSchema';
import { requesterOf } from './requesterOf';
import { showInDryRun } from './showInDryRun';
import { specInput } from './specInput';
import { today } from './today';

/**
 * `clusters:pull-request`: proposes a cluster to the platform repository with
 * one pull request. Running the action again updates that pull request. A
 * cluster that exists is changed only by those who may: the requester needs the
 * permission `edit` on it, and that for each field that differs. There is no
 * pull request when nothing would change, and no incomplete branch stays
 * when the action fails.
 */
export function createPullRequestAction(options: {
  repositories: PlatformRepositories;
  integrations: ScmIntegrations;
  addresses: Pick<FleetAddresses, 'check'>;
  renderer: ClusterRenderer;
  rights: Pick<ClusterRights, 'checkAt'>;
  requireScmUserCredentials?: boolean;
}) {
  const { repositories, integrations, addresses, renderer, rights } = options;
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
            .describe(
              'Whether the cluster must be new; default: create. To update one takes the permissions of clusters:change',
            ),
        repository: z =>
          z
            .string()
            .optional()
            .describe(
              'Platform repository, one of clusters.platformRepositories; default: the only one',
            ),
        ...proposalInput,
      },
      output: proposalOutput,
    },
    async handler(ctx) {
      const spec = parseClusterSpec(ctx.input.spec);
      const repository = repositories.choose(ctx.input.repository);
      repositories.checkOwner(repository, spec);
      const operation = ctx.input.operation ?? 'create';
      const credentials = await ctx.getInitiatorCredentials();
      const outcome = ctx.isDryRun
        ? await dryRun(spec, renderer, ctx.workspacePath)
        : await ctx.checkpoint({
            // The name distinguishes the clusters of a step with `each`.
            key: `clusters.pull-request.${operation}.${spec.metadata.name}`,
            fn: async () =>
              proposeClusterChange({
                addresses: await addresses.check(
                  spec,
                  credentials,
                  ctx.input.overlapAcknowledgement,
                ),
                authorize: needed =>
                  rights.checkAt(
                    {
                      repository,
                      environment: spec.spec.environment,
                      name: spec.metadata.name,
                    },
                    needed,
                    credentials,
                  ),
                spec,
                repository,
                operation,
                allowVersionSteps: ctx.input.allowVersionSteps,
                today: today(),
                integrations,
                renderer,
                token: checkToken(
                  ctx.input.token,
                  options.requireScmUserCredentials ?? false,
                ),
                requester: requesterOf(ctx.user),
                portalUrl: repositories.portalUrl,
                signal: ctx.signal,
                logger: ctx.logger,
              }),
          });
      ctx.logger.info(describe(outcome, ctx.isDryRun));
      for (const [key, value] of Object.entries(outcome)) {
        ctx.output(key as keyof ClusterProposal, value);
      }
    },
  });
}

// A dry run does not ask GitHub, so every file counts as changed.
async function dryRun(
  spec: ClusterSpec,
  renderer: ClusterRenderer,
  workspace: string,
): Promise<ClusterProposal> {
  const { summary, files } = await renderer.render(spec, { today: today() });
  await showInDryRun(workspace, files);
  return { changed: true, summary, files: Object.keys(files) };
}

function describe(
  outcome: ClusterProposal,
  isDryRun: boolean | undefined,
): string {
  if (isDryRun) {
    return `Dry run: up to ${outcome.files.length} files would be proposed, nothing was sent`;
  }
  return outcome.changed
    ? `${outcome.files.length} files in pull request ${outcome.pullRequestUrl}`
    : 'Nothing to do: the platform repository is already as it should be';
}
