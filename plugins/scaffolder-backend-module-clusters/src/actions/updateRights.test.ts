import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  scaffolderActionsExtensionPoint,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import {
  integrationsOf,
  type SimulatedGithub,
  startSimulatedGithub,
} from '@clusterworks/github-simulator';
import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import { clusterOperations } from '@clusterworks/plugin-clusters-common';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAction } from '../__testUtils__/runAction';
import { scaffolderModuleClusters } from '../module';
import { exampleSpec } from './exampleSpec';

jest.setTimeout(120_000);

const every = clusterOperations.map(name => `clusters.cluster.${name}`);
const without = (...names: string[]) =>
  every.filter(name => !names.includes(name));

/** The example under another name, as it stands in git. */
const inGit = (name: string) =>
  renderCluster(
    parseClusterSpec({
      ...exampleSpec,
      metadata: { ...exampleSpec.metadata, name },
    }),
  );
const specPath = (name: string) => `clusters/dev/${name}/cluster.yaml`;
const changed = (name: string, metadata: object, karpenter: object = {}) => {
  const { spec } = inGit(name);
  return {
    ...spec,
    metadata: { ...spec.metadata, ...metadata },
    spec: {
      ...spec.spec,
      karpenter: { ...spec.spec.karpenter, ...karpenter },
    },
  };
};
const described = (name: string) => changed(name, { description: 'mine' });

interface Attempt {
  what: string;
  spec: object;
  /** The permissions that the requester has. */
  allowed: string[];
  message: string;
}

const refused: Attempt[] = [
  {
    what: 'of somebody with no right to it',
    spec: described('payments-dev'),
    allowed: [],
    message: 'Not allowed to change payments-dev: clusters.cluster.edit',
  },
  {
    what: 'that takes the cluster over',
    spec: changed('payments-dev', { owner: 'group:default/search' }),
    allowed: without('clusters.cluster.edit'),
    message: 'Not allowed to change payments-dev: clusters.cluster.edit',
  },
  {
    what: 'of a field that the requester may not change',
    spec: changed(
      'payments-dev',
      {},
      { nodePools: [{ name: 'general' }, { name: 'mine' }] },
    ),
    allowed: without('clusters.cluster.pool'),
    message: 'Not allowed to change payments-dev: clusters.cluster.pool',
  },
  {
    what: 'of what cannot be compared, without each right',
    spec: inGit('broken-dev').spec,
    allowed: without('clusters.cluster.upgrade'),
    message: 'Not allowed to change broken-dev: clusters.cluster.upgrade',
  },
  {
    what: 'of a cluster that the requester does not see',
    spec: described('hidden-dev'),
    allowed: every,
    message:
      'cluster: resource:default/hidden-dev is not a cluster of a platform repository',
  },
  {
    what: 'of files whose name another cluster has',
    spec: described('twice-dev'),
    allowed: every,
    message:
      'cluster: twice-dev is described elsewhere than in http://127.0.0.1:',
  },
];

describe('clusters:pull-request with operation: update', () => {
  let directory: string;
  let github: SimulatedGithub;
  let backend: TestBackend;
  let action: TemplateAction<any, any, any>;
  const authorize = jest.fn();

  function allow(names: string[]) {
    authorize.mockImplementation(async (requests: any[]) =>
      requests.map(({ permission }) => ({
        result: names.includes(permission.name)
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
      })),
    );
  }

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'update-rights-'));
    github = await startSimulatedGithub({ directory, port: 0 });
    await github.repository.commit({
      message: 'The clusters as they are',
      write: {
        ...inGit('payments-dev').files,
        ...inGit('hidden-dev').files,
        ...inGit('twice-dev').files,
        [specPath('broken-dev')]: 'not: a cluster\n',
      },
    });
    const other = 'https://github.com/acme/other';
    const entity = (name: string, repository: string) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        ...{ name, namespace: 'default' },
        annotations: {
          'backstage.io/managed-by-location': `url:${repository}/blob/main/${specPath(
            name,
          )}`,
        },
      },
      spec: { type: 'kubernetes-cluster' },
    });
    backend = await startTestBackend({
      extensionPoints: [
        [
          scaffolderActionsExtensionPoint,
          {
            addActions: (...added) => {
              action =
                added.find(({ id }) => id === 'clusters:pull-request') ??
                action;
            },
          },
        ],
      ],
      features: [
        scaffolderModuleClusters,
        mockServices.permissions.mock({ authorize }).factory,
        catalogServiceMock.factory({
          entities: [
            entity('payments-dev', github.repositoryUrl),
            entity('broken-dev', github.repositoryUrl),
            entity('twice-dev', other),
          ],
        }),
        mockServices.rootConfig.factory({
          data: {
            integrations: integrationsOf(github),
            clusters: {
              platformRepositories: [
                { url: github.repositoryUrl },
                { url: other },
              ],
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await github?.stop();
    await rm(directory, { recursive: true, force: true, maxRetries: 20 });
  });

  const update = (spec: object, operation = 'update') =>
    runAction(
      action,
      { spec, operation, repository: github.repositoryUrl },
      { user: { ref: 'user:default/mallory' } },
    );
  const branches = async () =>
    (await github.repository.git.listRefs('refs/heads/')).map(({ ref }) => ref);

  it.each(refused)(
    'refuses a change $what',
    async ({ spec, allowed, message }) => {
      allow(allowed);
      const outcome = update(spec).then(
        ({ pullRequestUrl }) => `opened ${pullRequestUrl}`,
        error => error.message,
      );
      expect(await outcome).toContain(message);
      expect(await branches()).toEqual(['refs/heads/main']);
      expect(github.repository.pulls.list()).toEqual([]);
    },
  );

  it('proposes what the requester may change, and asks nothing of a new cluster', async () => {
    allow(['clusters.cluster.edit']);
    const { pullRequestNumber } = await update(described('payments-dev'));
    expect(pullRequestNumber).toBe(1);
    allow([]);
    const { spec } = inGit('fresh-dev');
    const network = { ...spec.spec.network, vpcCidr: '10.41.0.0/16' };
    const fresh = { ...spec, spec: { ...spec.spec, network } };
    expect(await update(fresh)).toMatchObject({ changed: true });
  });
});
