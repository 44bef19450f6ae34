import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { PreviewRenderer } from '../render/PreviewRenderer';

const MAX_CHARACTERS = 200_000;

/** Registers `render-preview`: the files that a ClusterSpec renders to. */
export function createRenderPreviewAction(
  registry: ActionsRegistryService,
  previews: PreviewRenderer,
): void {
  registry.register({
    name: 'render-preview',
    title: 'Preview what a ClusterSpec renders to',
    description:
      'Checks a ClusterSpec (the object of cluster.yaml) and tells in one sentence what it would create, its warnings and the paths of all files; the content of the files that are asked for by path. Nothing is written. A spec with problems is refused with all of them.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    examples: [
      {
        title: 'What a new cluster would be',
        input: {
          spec: {
            apiVersion: 'clusterworks.dev/v1alpha1',
            kind: 'Cluster',
            metadata: {
              name: 'payments-dev',
              owner: 'group:default/payments',
            },
            spec: {
              environment: 'dev',
              region: 'eu-west-1',
              network: { vpcCidr: '10.40.0.0/16' },
            },
          },
          paths: ['clusters/dev/payments-dev/cluster.yaml'],
        },
      },
    ],
    schema: {
      input: z =>
        z.object({
          spec: z.record(z.unknown()).describe('The object of cluster.yaml'),
          paths: z
            .array(z.string().max(500))
            .max(10)
            .optional()
            .describe('Files whose content is wanted'),
        }),
      output: z =>
        z.object({
          summary: z.string(),
          warnings: z.array(
            z.object({ code: z.string(), message: z.string() }),
          ),
          paths: z.array(z.string()),
          files: z.array(z.object({ path: z.string(), content: z.string() })),
        }),
    },
    action: async ({ input, credentials }) => {
      const { summary, warnings, files } = await previews.render(
        input.spec,
        credentials,
      );
      const wanted = new Set(input.paths);
      return {
        output: {
          summary,
          warnings,
          paths: files.map(({ path }) => path),
          files: files
            .filter(({ path }) => wanted.has(path))
            .map(({ path, content }) => ({
              path,
              content: content.slice(0, MAX_CHARACTERS),
            })),
        },
      };
    },
  });
}
