import type { ScmIntegrations } from '@backstage/integration';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  checkPlace,
  checkToken,
  type ClusterProposal,
  type PlatformRepositories,
  previewClusterChange,
  proposeClusterChange,
} from '@clusterworks/plugin-clusters-changes-node';
import {
  type ClusterChangeOperation,
  clusterOperations,
} from '@clusterworks/plugin-clusters-common';
import type {
  ClusterRenderer,
  ClustersService,
} from '@clusterworks/plugin-clusters-node';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';
import type { FleetAddresses } from '../fleet/FleetAddresses';
import type { ClusterRights } from './ClusterRights';
import { examples } from './createChangeAction.examples';
import { liveEffectsFor } from './liveEffectsFor';
import { proposalInput, proposalOutput } from './proposalSchema';
import { requesterOf } from './requesterOf';
import { showInDryRun } from './showInDryRun';
import { specInput } from './specInput';
import { today } from './today';

/** What `clusters:change` works with. */
export interface ChangeActionOptions {
  addresses: Pick<FleetAddresses, 'check'>;
  clusters: Pick<ClustersService, 'previewChange'>;
  integrations: ScmIntegrations;
  renderer: ClusterRenderer;
  repositories: PlatformRepositories;
  rights: ClusterRights;
  requireScmUserCredentials: boolean;
}

/**
 * `clusters:change`: proposes a change of an existing cluster with one pull
 * request. The location of its files comes from the catalog, never from the
 * form, and the requester needs the permission for each field that differs.
 */
export function createChangeAction(options: ChangeActionOptions) {
  const { integrations, renderer, repositories, rights } = options;
  return createTemplateAction({
    id: 'clusters:change',
    description:
      'Opens (or updates) the pull request that changes a cluster which exists',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        cluster: z =>
          z.string().max(300).describe('The cluster, by name or reference'),
        operation: z =>
          z.enum(clusterOperations).describe('What is done to the cluster'),
        spec: specInput,
        version: z =>
          z
            .string()
            .max(64)
            .optional()
            .describe('Git name of the cluster.yaml that the form began with'),
        continueOpen: z =>
          z
            .boolean()
            .optional()
            .describe('Whether to add to the change that is open already'),
        removal: z =>
          z
            .object({
              confirmedGone: z
                .string()
                .max(500)
                .optional()
                .describe(
                  'How the requester knows that nothing runs in the cluster any more, where the portal cannot see it',
                ),
            })
            .optional()
            .describe(
              'With operation decommission: takes the files of a drained cluster out of the repository',
            ),
        ...proposalInput,
      },
      output: proposalOutput,
    },
    async handler(ctx) {
      const { operation, version, continueOpen, allowVersionSteps, removal } =
        ctx.input;
      const { overlapAcknowledgement } = ctx.input;
      const spec = parseClusterSpec(ctx.input.spec);
      const credentials = await ctx.getInitiatorCredentials();
      const place = await rights.placeOf(ctx.input.cluster, credentials);
      checkPlace(place, spec);
      repositories.checkOwner(place.repository, spec);
      const input = {
        ...{ spec, operation, allowVersionSteps, removal },
        authorize: (needed: ClusterChangeOperation[]) =>
          rights.check(place.name, needed, credentials),
        ...{ integrations, renderer, today: today() },
        addresses: await options.addresses.check(
          spec,
          credentials,
          overlapAcknowledgement,
        ),
      };
      if (ctx.isDryRun) {
        const { summary, files, written } = await previewClusterChange({
          ...input,
          place,
        });
        const paths = files.map(({ path }) => path);
        const hidden = await showInDryRun(ctx.workspacePath, written);
        ctx.logger.info(
          `Dry run: ${paths.length} files would be proposed${
            hidden > 0 ? `, ${hidden} of them too large to show` : ''
          }`,
        );
        ctx.output('changed', paths.length > 0);
        ctx.output('summary', summary);
        ctx.output('files', paths);
        return;
      }
      const token = checkToken(
        ctx.input.token,
        options.requireScmUserCredentials,
      );
      const outcome = await ctx.checkpoint({
        key: `clusters.change.${operation}.${place.name}`,
        fn: async () =>
          proposeClusterChange({
            ...input,
            ...{ version, continueOpen, token },
            repository: place.repository,
            requester: requesterOf(ctx.user),
            portalUrl: repositories.portalUrl,
            signal: ctx.signal,
            ...(await liveEffectsFor(
              place.name,
              {
                ...{ operation, spec, allowVersionSteps, removal },
                overlapAcknowledgement,
              },
              { clusters: options.clusters, credentials },
            )),
            logger: ctx.logger,
          }),
      });
      ctx.logger.info(
        outcome.changed
          ? `${outcome.files.length} files in pull request ${outcome.pullRequestUrl}`
          : 'Nothing to do: the cluster is already as it should be',
      );
      for (const [key, value] of Object.entries(outcome)) {
        ctx.output(key as keyof ClusterProposal, value);
      }
    },
  });
}
