import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import { PlatformRepositories } from '@clusterworks/plugin-clusters-changes-node';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { parse } from 'yaml';
import { FleetAddresses } from '../fleet/FleetAddresses';
import { directRenderer } from '../__testUtils__/directRenderer';
import { runAction as run } from '../__testUtils__/runAction';
import { createRenderAction } from './createRenderAction';
import { examples as renderExamples } from './createRenderAction.examples';
import { createSpecAction } from './createSpecAction';
import { examples as specExamples } from './createSpecAction.examples';
import { createValidateAction } from './createValidateAction';
import { examples as validateExamples } from './createValidateAction.examples';
import { exampleSpec } from './exampleSpec';

const repositories = PlatformRepositories.fromConfig(
  mockServices.rootConfig({
    data: {
      clusters: {
        platformRepositories: [
          {
            url: 'https://github.com/acme/platform',
            allowedOwnerGroups: ['payments'],
          },
        ],
      },
    },
  }),
);

const inputOf = ({ example }: TemplateExample) => parse(example).steps[0].input;

const cluster = (name: string, cidrs: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name, annotations: { 'clusterworks.dev/vpc-cidrs': cidrs } },
  spec: { type: 'kubernetes-cluster' },
});

describe('clusters:spec', () => {
  const action = createSpecAction();

  it('runs its example', async () => {
    const output = await run(action, inputOf(specExamples[0]));
    expect(output).toMatchObject({
      name: 'payments-dev',
      entityRef: 'resource:default/payments-dev',
    });
    expect(parseClusterSpec(output.spec)).toEqual(output.spec);
  });

  it('refuses bad values as the form does, all at once', async () => {
    const values = { name: 'A', vpcCidr: '10.0.0.1/8', region: 'mars-1' };
    await expect(run(action, { values })).rejects.toThrow(
      /has \d problems:\n(.*\n){4}/,
    );
  });
});

describe('clusters:validate', () => {
  const catalog = catalogServiceMock({
    entities: [
      cluster('search-dev', '10.40.128.0/20,100.64.0.0/16'),
      cluster('payments-dev', '10.40.0.0/16'),
      cluster('orders-dev', '10.41.0.0/16'),
      cluster('odd', 'ten'),
    ],
  });
  const action = createValidateAction({
    repositories,
    addresses: new FleetAddresses({ auth: mockServices.auth(), catalog }),
    renderer: directRenderer,
  });

  it('warns of addresses that another cluster has, or that cannot be checked', async () => {
    const { warnings } = await run(action, { spec: exampleSpec });
    const overlaps = warnings.filter((text: string) => /^cidr/.test(text));
    expect(overlaps).toEqual([
      'cidr-overlap: 10.40.0.0/16 overlaps 10.40.128.0/20 of search-dev: their VPCs can never be connected',
    ]);
    const blind = createValidateAction({
      repositories,
      addresses: new FleetAddresses({
        auth: mockServices.auth(),
        catalog: {
          getEntities: async () => {
            throw new Error('down');
          },
        },
      }),
      renderer: directRenderer,
    });
    const { warnings: unsure } = await run(blind, { spec: exampleSpec });
    expect(unsure.join()).toContain('cidr-unchecked');
  });

  it('warns of addresses of clusters that the requester may not see, and tells nothing of them', async () => {
    const visible = ['search-dev', 'payments-dev'];
    const secret = [
      cluster('secret-a', '10.40.64.0/20,10.40.80.0/20'),
      cluster('secret-b', '10.40.96.0/20'),
      cluster('secret-c', '10.99.0.0/16'),
    ];
    const { items } = await catalog.getEntities();
    // As the catalog answers a user and a plugin under a policy.
    const answers = async (_: unknown, { credentials }: any) => ({
      items: [...items, ...secret].filter(
        ({ metadata }) =>
          credentials.principal.type === 'service' ||
          visible.includes(metadata.name),
      ),
    });
    const { warnings } = await run(
      createValidateAction({
        repositories,
        addresses: new FleetAddresses({
          auth: mockServices.auth(),
          catalog: { getEntities: answers },
        }),
        renderer: directRenderer,
      }),
      { spec: exampleSpec },
    );
    expect(warnings.filter((text: string) => /^cidr/.test(text))).toEqual([
      'cidr-overlap: 10.40.0.0/16 overlaps 10.40.128.0/20 of search-dev: their VPCs can never be connected',
      'cidr-overlap: 10.40.0.0/16 overlaps addresses of a cluster that you may not see: their VPCs can never be connected',
    ]);
    expect(warnings.join()).not.toMatch(/secret|10\.40\.(64|80|96)/);
  });

  it('runs its example', async () => {
    const output = await run(action, inputOf(validateExamples[0]));
    expect(output.summary).toContain('eu-west-1');
    expect(output.warnings).toEqual(expect.any(Array));
  });

  it.each([
    [
      'a bad spec',
      { ...exampleSpec, kind: 'Clutser' },
      /kind: must be "Cluster"/,
    ],
    [
      'an owner that is not allowed',
      { ...exampleSpec, metadata: { name: 'a', owner: 'group:default/x' } },
      /"group:default\/x" may not own clusters/,
    ],
  ])('refuses %s', async (_, spec, message) => {
    await expect(run(action, { spec })).rejects.toThrow(message);
  });
});

describe('clusters:render', () => {
  const action = createRenderAction({ renderer: directRenderer });
  const workspace = createMockDirectory();
  const { files } = renderCluster(parseClusterSpec(exampleSpec));

  beforeEach(() => workspace.clear());

  /** A flat map from the mock directory's nested one. */
  function flatten(content: any, prefix = ''): Record<string, string> {
    return Object.entries<any>(content ?? {}).reduce(
      (all, [name, value]) =>
        typeof value === 'string'
          ? { ...all, [prefix + name]: value }
          : { ...all, ...flatten(value, `${prefix}${name}/`) },
      {},
    );
  }

  it.each([false, true])(
    'writes the files, and the same again (dry run: %s)',
    async isDryRun => {
      for (let index = 0; index < 2; index++) {
        const output = await run(action, inputOf(renderExamples[0]), {
          workspacePath: workspace.path,
          isDryRun,
        });
        expect(output.files).toEqual(Object.keys(files));
        expect(flatten(workspace.content({ shouldReadAsText: true }))).toEqual(
          files,
        );
      }
    },
  );

  it('writes into a folder, and never out of the workspace', async () => {
    await run(action, inputOf(renderExamples[1]), {
      workspacePath: workspace.path,
    });
    expect(Object.keys(workspace.content() ?? {})).toEqual(['platform']);
    await expect(
      run(
        action,
        { spec: exampleSpec, targetPath: '../out' },
        { workspacePath: workspace.path },
      ),
    ).rejects.toThrow(/not allowed/);
  });
});
