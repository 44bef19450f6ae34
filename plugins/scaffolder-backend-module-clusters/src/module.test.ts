import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { longestTurn } from '@clusterworks/test-support';
import { runAction } from './__testUtils__/runAction';
import { exampleSpec } from './actions/exampleSpec';
import { scaffolderModuleClusters } from './module';

/** As many NodePools as a spec may have, each in two. */
const largeSpec = {
  ...exampleSpec,
  spec: {
    ...exampleSpec.spec,
    karpenter: {
      nodePools: Array.from({ length: 100 }, (_, index) => ({
        name: `pool-${index}`,
        preferOnDemand: true,
      })),
    },
  },
};

describe('the actions of the module', () => {
  const workspace = createMockDirectory();
  const actions = new Map<string, TemplateAction<any, any, any>>();
  const logger = mockServices.logger.mock();
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const backend = await startTestBackend({
      extensionPoints: [
        [
          scaffolderActionsExtensionPoint,
          {
            addActions: (...added) =>
              added.forEach(action => actions.set(action.id, action)),
          },
        ],
      ],
      features: [
        scaffolderModuleClusters,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.rootConfig.factory({
          data: {
            clusters: {
              platformRepositories: [
                {
                  url: 'https://github.com/acme/platform',
                  allowedOwnerGroups: ['payments'],
                },
                { url: 'https://gitlab.com/acme/platform' },
              ],
            },
          },
        }),
        logger.factory,
      ],
    });
    stop = () => backend.stop();
  });

  afterAll(() => stop());

  function run(id: string, spec: object) {
    const action = actions.get(id);
    if (!action) {
      throw new Error(`There is no ${id}`);
    }
    return runAction(
      action,
      { spec, repository: 'https://github.com/acme/platform' },
      { isDryRun: true, workspacePath: workspace.path },
    );
  }

  it('are announced with the repositories that they cannot write to', () => {
    expect(logger.warn.mock.calls.flat()).toEqual([
      expect.stringMatching(/GitHub only.*https:\/\/gitlab\.com/),
    ]);
  });

  it.each(['clusters:validate', 'clusters:render', 'clusters:pull-request'])(
    '%s keeps nobody waiting while a large cluster is rendered',
    async id => {
      // The first task starts the thread.
      await run(id, exampleSpec);
      const started = performance.now();
      const longest = await longestTurn(async () => {
        const { summary } = await run(id, largeSpec);
        expect(summary).toContain('eu-west-1');
      });
      // A render in this thread would block the event loop for nearly all of
      // this time.
      expect(longest).toBeLessThan((performance.now() - started) / 2);
    },
  );
});
