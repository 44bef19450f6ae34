import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ClusterRenderer } from '@clusterworks/plugin-clusters-node';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { examples } from './createRenderAction.examples';
import { specInput } from './specInput';
import { today } from './today';
import { writeIntoWorkspace } from './writeIntoWorkspace';

/**
 * `clusters:render`: writes the files of a cluster into the workspace. The same
 * spec gives the same files, in a dry run too.
 */
export function createRenderAction({
  renderer,
}: {
  renderer: ClusterRenderer;
}) {
  return createTemplateAction({
    id: 'clusters:render',
    description:
      'Renders a cluster spec to Terraform, manifests and documents in the workspace',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        spec: specInput,
        targetPath: z =>
          z
            .string()
            .optional()
            .describe('Folder in the workspace; default: its root'),
      },
      output: {
        files: z => z.array(z.string()).describe('Paths of the written files'),
        summary: z => z.string().describe('What the files would create'),
      },
    },
    async handler(ctx) {
      const spec = parseClusterSpec(ctx.input.spec);
      const { files, summary } = await renderer.render(spec, {
        today: today(),
      });
      await writeIntoWorkspace(
        ctx.workspacePath,
        ctx.input.targetPath ?? '.',
        files,
      );
      const paths = Object.keys(files);
      ctx.logger.info(`Rendered ${paths.length} files. ${summary}`);
      ctx.output('files', paths);
      ctx.output('summary', summary);
    },
  });
}
