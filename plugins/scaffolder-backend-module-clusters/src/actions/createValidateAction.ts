import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  checkOverlaps,
  type PlatformRepositories,
} from '@clusterworks/plugin-clusters-changes-node';
import type { ClusterRenderer } from '@clusterworks/plugin-clusters-node';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';
import type { FleetAddresses } from '../fleet/FleetAddresses';
import { examples } from './createValidateAction.examples';
import { overlapAcknowledgement } from './proposalSchema';
import { specInput } from './specInput';
import { today } from './today';

/**
 * `clusters:validate`: checks a spec, its owner and its repository before
 * anything is written. All problems of the spec are reported at once.
 */
export function createValidateAction(options: {
  repositories: PlatformRepositories;
  addresses: Pick<FleetAddresses, 'check'>;
  renderer: ClusterRenderer;
}) {
  return createTemplateAction({
    id: 'clusters:validate',
    description: 'Checks a cluster spec; writes nothing',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        spec: specInput,
        repository: z =>
          z
            .string()
            .optional()
            .describe(
              'Platform repository, one of clusters.platformRepositories; default: the only one',
            ),
        overlapAcknowledgement,
      },
      output: {
        summary: z => z.string().describe('What would be created'),
        warnings: z => z.array(z.string()).describe('What to think about'),
      },
    },
    async handler(ctx) {
      const spec = parseClusterSpec(ctx.input.spec);
      const repository = options.repositories.choose(ctx.input.repository);
      options.repositories.checkOwner(repository, spec);
      const addresses = checkOverlaps(
        await options.addresses.check(
          spec,
          await ctx.getInitiatorCredentials(),
          ctx.input.overlapAcknowledgement,
        ),
      );
      const { summary, ...rendered } = await options.renderer.render(spec, {
        today: today(),
      });
      const warnings = [...rendered.warnings, ...addresses.warnings];
      ctx.logger.info(summary);
      warnings.forEach(({ code, message }) =>
        ctx.logger.warn(`${code}: ${message}`),
      );
      ctx.output('summary', summary);
      ctx.output(
        'warnings',
        warnings.map(({ code, message }) => `${code}: ${message}`),
      );
    },
  });
}
