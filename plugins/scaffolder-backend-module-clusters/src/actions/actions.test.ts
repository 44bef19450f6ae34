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
    ],
  });
  const action = createValidateAction({
    repositories,
    addresses: new FleetAddresses({
      ...{ auth: mockServices.auth(), catalog, policy: 'acknowledge' },
    }),
    renderer: directRenderer,
  });
  const overlapAcknowledgement = 'the two are never connected';
  const free = {
    ...exampleSpec,
    spec: { ...exampleSpec.spec, network: { vpcCidr: '10.50.0.0/16' } },
    metadata: { ...exampleSpec.metadata, name: 'free-dev' },
  };
  const taken = {
    ...exampleSpec,
    metadata: { ...exampleSpec.metadata, name: 'taken-dev' },
  };

  it('refuses addresses that another cluster has, unless somebody says why', async () => {
    const refusal = run(action, { spec: taken });
    await expect(refusal).rejects.toThrow(
      /10\.40\.0\.0\/16 of taken-dev overlaps 10\.40\.128\.0\/20 of search-dev/,
    );
    await expect(refusal).rejects.toThrow(/of payments-dev/);
    const output = await run(action, { spec: taken, overlapAcknowledgement });
    expect(output.warnings.join()).toContain('20 of search-dev');
    const { warnings } = await run(action, { spec: free });
    expect(warnings.join()).not.toContain('cidr-');
  });

  it('only warns of addresses that the cluster has already', async () => {
    const { warnings } = await run(action, { spec: exampleSpec });
    expect(warnings.filter((text: string) => /^cidr/.test(text))).toEqual([
      expect.stringContaining('overlaps 10.40.128.0/20 of search-dev'),
    ]);
  });

  it('refuses what an open pull request asks for, but not its own', async () => {
    const withPulls = createValidateAction({
      repositories,
      addresses: new FleetAddresses({
        ...{ auth: mockServices.auth(), catalog, policy: 'refuse' },
        proposed: {
          read: async () => ({
            problems: ['https://git.example/secret/pull/7 did not answer'],
            ranges: [
              ['10.50.0.0/16', 'free-dev'],
              ['10.51.0.0/16', 'other-dev'],
              // A change of a cluster that has this range already.
              ['10.41.0.0/16', 'orders-dev'],
            ].map(([cidr, name]) => ({
              ...{ cidr, cluster: name },
              pullRequest: { number: 1, url: '', title: '' },
            })),
          }),
        },
      }),
      renderer: directRenderer,
    });
    const { warnings } = await run(withPulls, { spec: free });
    expect(warnings).toContain(
      'cidr-unchecked: not all open pull requests could be read',
    );
    const { metadata, ...rest } = free;
    const late = { ...rest, metadata: { ...metadata, name: 'late-dev' } };
    await expect(run(withPulls, { spec: late })).rejects.toThrow(
      /overlaps addresses that an open pull request asks for/,
    );
    const both = {
      ...late,
      spec: { ...late.spec, network: { vpcCidr: '10.41.0.0/16' } },
    };
    const refusal = run(withPulls, { spec: both });
    await expect(refusal).rejects.toThrow(/of orders-dev/);
    await expect(refusal).rejects.not.toThrow(/pull request asks for/);
  });

  /** With a catalog that answers a user, and a plugin, in its own way. */
  const validateWith = (answers: {
    user?: (name: string) => boolean;
    service?: ReturnType<typeof cluster>[];
  }) =>
    createValidateAction({
      repositories,
      addresses: new FleetAddresses({
        auth: mockServices.auth(),
        catalog: {
          getEntities: async (_, { credentials }: any) => {
            const { user, service } = answers;
            const isService = credentials.principal.type === 'service';
            if (!service || !(isService || user)) {
              throw new Error('down');
            }
            return {
              items: service.filter(
                ({ metadata }) => isService || user?.(metadata.name),
              ),
            };
          },
        },
        policy: 'refuse',
      }),
      renderer: directRenderer,
    });
  const taking = [
    cluster('payments-dev', '10.40.0.0/16'),
    cluster('free-dev', '10.50.0.0/16'),
  ];

  it.each<[string, Parameters<typeof validateWith>[0], RegExp]>([
    ['nobody answers', {}, /^the catalog could not be asked/],
    [
      'a cluster has no ranges',
      { user: () => true, service: [cluster('bare', '')] },
      /^the addresses of some clusters are not known$/,
    ],
    [
      'a cluster has ranges that cannot be read',
      { user: () => false, service: [cluster('odd', '10.9.0.0/16,ten')] },
      /^the addresses of some clusters are not known$/,
    ],
  ])('warns when addresses cannot be checked: %s', async (_, answers, why) => {
    const { warnings } = await run(validateWith(answers), { spec: free });
    const [unchecked, ...others] = warnings.flatMap(
      (text: string) => /^cidr-unchecked: (.*)/.exec(text)?.[1] ?? [],
    );
    expect(unchecked).toMatch(why);
    expect(others).toEqual([]);
  });

  it.each<[string, Parameters<typeof validateWith>[0], RegExp]>([
    [
      'takes a hidden cluster of the same name for another one',
      { user: name => name !== 'free-dev', service: taking },
      /overlaps addresses of a cluster that you may not see/,
    ],
    [
      'refuses without names when nobody says what the requester sees',
      { service: [cluster('other-dev', '10.50.0.0/17')] },
      /overlaps addresses of a cluster that you may not see/,
    ],
  ])('%s', async (_, answers, message) => {
    const refusal = run(validateWith(answers), { spec: free });
    await expect(refusal).rejects.toThrow(message);
    await expect(refusal).rejects.not.toThrow(/other-dev/);
  });

  it('tells nothing of clusters that the requester may not see', async () => {
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
          policy: 'acknowledge',
        }),
        renderer: directRenderer,
      }),
      { spec: exampleSpec },
    );
    expect(warnings.filter((text: string) => /^cidr/.test(text))).toEqual([
      'cidr-overlap: 10.40.0.0/16 of payments-dev overlaps 10.40.128.0/20 of search-dev: the two can never be connected',
      'cidr-overlap: 10.40.0.0/16 of payments-dev overlaps addresses of a cluster that you may not see: the two can never be connected',
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
