import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  isExecutable,
  renderCluster,
} from '@clusterworks/plugin-clusters-blueprint';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { examples } from './createRenderAction.examples';
import { specInput } from './specInput';
import { today } from './today';

/**
 * `clusters:render`: writes the files of a cluster into the workspace. The same
 * spec gives the same files, in a dry run too.
 */
export function createRenderAction() {
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
      const root = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.targetPath ?? '.',
      );
      const { files, summary } = renderCluster(spec, { today: today() });
      for (const [path, content] of Object.entries(files)) {
        const file = resolveSafeChildPath(root, path);
        await mkdir(dirname(file), { recursive: true });
        const mode = isExecutable(path) ? 0o755 : 0o644;
        await writeFile(file, content, { mode });
      }
      const paths = Object.keys(files);
      ctx.logger.info(`Rendered ${paths.length} files. ${summary}`);
      ctx.output('files', paths);
      ctx.output('summary', summary);
    },
  });
}
