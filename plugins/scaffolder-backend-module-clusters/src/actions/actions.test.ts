import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { parse } from 'yaml';
import { FleetAddresses } from '../fleet/FleetAddresses';
import { PlatformRepositories } from '../github/PlatformRepositories';
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
    addresses: new FleetAddresses(catalog),
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
        getEntities: async () => {
          throw new Error('down');
        },
      }),
    });
    const { warnings: unsure } = await run(blind, { spec: exampleSpec });
    expect(unsure.join()).toContain('cidr-unchecked');
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
  const action = createRenderAction();
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

describe('PlatformRepositories', () => {
  it.each([
    [undefined, 'https://github.com/acme/platform'],
    [
      'https://github.com/ACME/platform.git',
      'https://github.com/acme/platform',
    ],
  ])('chooses for %s', (given, url) => {
    expect(repositories.choose(given).url).toBe(url);
  });

  it.each([
    'https://github.com/acme/platform-evil',
    'https://evil.example/acme/platform',
    'http://github.com/acme/platform',
    'https://github.com/acme/platform/../evil',
    'acme/platform',
  ])('refuses %s', url => {
    expect(() => repositories.choose(url)).toThrow(/is not in clusters/);
  });

  it('asks which one when there are several, and says when there is none', () => {
    const of = (...urls: string[]) =>
      PlatformRepositories.fromConfig(
        mockServices.rootConfig({
          data: {
            clusters: { platformRepositories: urls.map(url => ({ url })) },
          },
        }),
      );
    expect(() =>
      of('https://g.example/a/b', 'https://g.example/a/c').choose(undefined),
    ).toThrow('must be one of https://g.example/a/b, https://g.example/a/c');
    expect(() => of().choose(undefined)).toThrow('no platform repository');
  });
});
