import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { clusterSpecFromForm } from '@clusterworks/plugin-clusters-spec';
import { examples } from './createSpecAction.examples';

/**
 * `clusters:spec`: makes the cluster spec from the values of the form, with the
 * same code that the form uses, and refuses what the form refuses.
 */
export function createSpecAction() {
  return createTemplateAction({
    id: 'clusters:spec',
    description:
      'Makes a cluster spec from the values of the Create Cluster form',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        values: z =>
          z.record(z.unknown()).describe('The values of the form, flat'),
      },
      output: {
        spec: z => z.record(z.unknown()).describe('The cluster spec'),
        name: z => z.string().describe('Name of the cluster'),
        entityRef: z => z.string().describe('Its entity in the catalog'),
      },
    },
    async handler(ctx) {
      const spec = clusterSpecFromForm(ctx.input.values);
      const { name } = spec.metadata;
      ctx.output('spec', spec);
      ctx.output('name', name);
      ctx.output('entityRef', `resource:default/${name}`);
    },
  });
}
