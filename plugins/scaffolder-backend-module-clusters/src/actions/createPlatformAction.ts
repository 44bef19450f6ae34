import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { renderPlatform } from '@clusterworks/plugin-clusters-blueprint';
import type {
  PlatformProposal,
  PlatformRepositories,
} from '@clusterworks/plugin-clusters-changes-node';
import {
  checkToken,
  proposePlatformChange,
} from '@clusterworks/plugin-clusters-changes-node';
import { platformUpdatePermission } from '@clusterworks/plugin-clusters-common';
import { examples } from './createPlatformAction.examples';
import { requesterOf } from './requesterOf';
import { showInDryRun } from './showInDryRun';

/** What `clusters:platform` works with. */
export interface PlatformActionOptions {
  integrations: ScmIntegrations;
  permissions: PermissionsService;
  repositories: PlatformRepositories;
  requireScmUserCredentials: boolean;
}

/**
 * `clusters:platform`: proposes the files of the platform repository that
 * belong to no cluster, with one pull request.
 */
export function createPlatformAction(options: PlatformActionOptions) {
  const { integrations, repositories } = options;
  return createTemplateAction({
    id: 'clusters:platform',
    description:
      'Opens (or updates) the pull request with the files of the platform repository that belong to no cluster',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        repository: z =>
          z
            .string()
            .max(500)
            .optional()
            .describe('The platform repository, if there are several'),
        token: z =>
          z
            .string()
            .optional()
            .describe('Token of the user; default: that of the integration'),
      },
      output: {
        changed: z =>
          z.boolean().describe('Whether there is anything to merge'),
        files: z => z.array(z.string()).describe('Files that change'),
        left: z =>
          z.array(z.string()).describe('Files that stay as they are, and why'),
        effects: z =>
          z
            .array(z.string())
            .describe('What the changed shared files do to clusters'),
        branch: z => z.string().optional().describe('Branch of the change'),
        pullRequestUrl: z => z.string().optional().describe('Its pull request'),
        pullRequestNumber: z => z.number().optional().describe('Its number'),
      },
    },
    async handler(ctx) {
      const repository = repositories.choose(ctx.input.repository);
      await checkPermission(
        await ctx.getInitiatorCredentials(),
        options.permissions,
      );
      if (ctx.isDryRun) {
        // A dry run does not ask GitHub, so every file counts as changed.
        const texts = renderPlatform(repository);
        const files = Object.keys(texts);
        await showInDryRun(ctx.workspacePath, texts);
        ctx.logger.info(
          `Dry run: up to ${files.length} files would be proposed, nothing was sent`,
        );
        ctx.output('changed', true);
        ctx.output('files', files);
        return;
      }
      const token = checkToken(
        ctx.input.token,
        options.requireScmUserCredentials,
      );
      const outcome = await ctx.checkpoint({
        key: `clusters.platform.${repository.url}`,
        fn: () =>
          proposePlatformChange({
            ...{ repository, integrations, token },
            requester: requesterOf(ctx.user),
            portalUrl: repositories.portalUrl,
            signal: ctx.signal,
            logger: ctx.logger,
          }),
      });
      const left = outcome.left.map(({ path, reason }) => `${path} ${reason}`);
      const effects = outcome.effects.map(effectText);
      for (const line of [...left, ...effects]) {
        ctx.logger.info(line);
      }
      ctx.logger.info(
        outcome.changed
          ? `${outcome.files.length} files in pull request ${outcome.pullRequestUrl}`
          : 'Nothing to do: the platform repository is up to date',
      );
      ctx.output('changed', outcome.changed);
      ctx.output('files', outcome.files);
      ctx.output('left', left);
      ctx.output('effects', effects);
      ctx.output('branch', outcome.branch);
      ctx.output('pullRequestUrl', outcome.pullRequestUrl);
      ctx.output('pullRequestNumber', outcome.pullRequestNumber);
    },
  });
}

/** @throws NotAllowedError when the caller may not */
async function checkPermission(
  credentials: BackstageCredentials,
  permissions: PermissionsService,
): Promise<void> {
  const [{ result }] = await permissions.authorize(
    [{ permission: platformUpdatePermission }],
    { credentials },
  );
  if (result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `Not allowed to change the platform repository: ${platformUpdatePermission.name}`,
    );
  }
}

function effectText({
  effect,
  files,
  clusters,
}: PlatformProposal['effects'][number]): string {
  const whom = clusters.length > 0 ? clusters.join(', ') : 'no cluster';
  return `${files.join(', ')}: ${effect} (${whom})`;
}
