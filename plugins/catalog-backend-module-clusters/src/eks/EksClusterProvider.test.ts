import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import { AwsStandIn, describedCluster } from '../__testUtils__/AwsStandIn';
import { EksClusterProvider } from './EksClusterProvider';

const denied = { status: 403, type: 'AccessDeniedException' };
const throttled = { status: 429, type: 'TooManyRequestsException' };
const broken = { status: 500, type: 'ServerException' };

describe('EksClusterProvider', () => {
  const aws = new AwsStandIn();
  const logger = mockServices.logger.mock();
  const connection = {
    applyMutation: jest.fn(),
    refresh: jest.fn(),
  } satisfies EntityProviderConnection;
  const onLeftToGit = jest.fn();
  // The tests start each read themselves.
  const neverDue = mockServices.scheduler.mock({
    createScheduledTaskRunner: () => ({ run: async () => {} }),
  });
  let inGit: () => Entity[];
  let known: Map<string, Entity>;

  beforeAll(() => aws.start());
  afterAll(() => aws.stop());

  beforeEach(() => {
    jest.clearAllMocks();
    logger.child.mockReturnValue(logger);
    Object.assign(aws, {
      account: '111122223333',
      clusters: new Map([
        ['one', describedCluster('one')],
        ['two', describedCluster('two')],
        ['three', describedCluster('three', { tags: { team: 'x' } })],
      ]),
      seesVpcs: true,
      laterPages: undefined,
      pageSize: 100,
    });
    aws.errors.length = 0;
    aws.requests.length = 0;
    inGit = () => [];
    known = new Map();
  });

  async function connect(source: object = {}): Promise<EksClusterProvider> {
    const [provider] = EksClusterProvider.fromConfig(
      mockServices.rootConfig({
        data: {
          aws: {
            accounts: [
              {
                accountId: '111122223333',
                accessKeyId: 'AKIAONE',
                secretAccessKey: 'x',
              },
            ],
          },
          clusters: {
            catalog: {
              eks: [
                {
                  accountId: '111122223333',
                  regions: ['eu-west-1'],
                  owner: 'platform',
                  ...source,
                },
              ],
            },
          },
        },
      }),
      {
        logger,
        scheduler: neverDue,
        findDiscovered: async () => known,
        findInGit: () => inGit(),
        onLeftToGit,
      },
    );
    await provider.connect(connection);
    return provider;
  }

  /** The names that the last read gave to the catalog, or why it gave none. */
  async function look(source: object = {}): Promise<string[]> {
    const provider = await connect(source);
    connection.applyMutation.mockClear();
    await provider.refresh();
    const [mutation] = connection.applyMutation.mock.lastCall ?? [];
    return mutation
      ? mutation.entities.map(
          ({ entity }: { entity: Entity }) => entity.metadata.name,
        )
      : ['nothing changed'];
  }

  const said = (level: 'warn' | 'error') =>
    logger[level].mock.calls.map(([text]) => text).join('\n');

  it('reads every page, with the address blocks of the VPCs', async () => {
    aws.pageSize = 2;
    expect(await look()).toEqual(['one', 'two', 'three']);
    const [{ entities }] = connection.applyMutation.mock.lastCall ?? [];
    expect(entities[0].locationKey).toBe('clusters-eks:111122223333:eu-west-1');
    expect(entities[0].entity.metadata.annotations).toMatchObject({
      'clusterworks.dev/vpc-cidrs': '10.1.0.0/16,100.64.0.0/16',
    });
    expect(said('warn')).toBe('');
  });

  it('takes only clusters with all the tags', async () => {
    expect(await look({ tags: { team: 'x' } })).toEqual(['three']);
    expect(await look({ tags: { team: 'y' } })).toEqual([]);
    expect(await look({ tags: { constructor: 'x' } })).toEqual([]);
  });

  it('leaves out a cluster deleted between list and description', async () => {
    aws.clusters.set('two', { status: 404, type: 'ResourceNotFoundException' });
    expect(await look()).toEqual(['one', 'three']);
  });

  it('waits while EKS throttles', async () => {
    aws.errors.push(throttled, throttled);
    expect(await look()).toEqual(['one', 'two', 'three']);
  });

  it.each([
    ['the list is denied', () => aws.errors.push(denied), /AccessDenied/],
    [
      'the second page of the list fails for good',
      () => {
        aws.pageSize = 2;
        aws.laterPages = broken;
      },
      /ServerException/,
    ],
    [
      'describing fails for good',
      () => aws.clusters.set('one', broken),
      /ServerException/,
    ],
    [
      'the credentials are those of another account',
      () => {
        aws.account = '999999999999';
      },
      /those of account 999999999999, not of 111122223333/,
    ],
    [
      'a platform repository was not read',
      () => {
        inGit = () => {
          throw new Error('not read yet');
        };
      },
      /not read yet/,
    ],
  ])('changes nothing when %s', async (_what, prepare, reason) => {
    prepare();
    expect(await look()).toEqual(['nothing changed']);
    expect(said('error')).toMatch(/the catalog keeps what it has/);
    expect(said('error')).toMatch(reason);
  });

  it('keeps a cluster that it may no longer describe', async () => {
    await look();
    const [{ entities }] = connection.applyMutation.mock.lastCall ?? [];
    known.set(
      'arn:aws:eks:eu-west-1:111122223333:cluster/two',
      entities[1].entity,
    );
    aws.clusters.set('two', denied);
    aws.clusters.set('one', denied);
    expect(await look()).toEqual(['three', 'two']);
    expect(said('warn')).toMatch(/one: eks:DescribeCluster is denied/);
  });

  it('skips clusters of a platform repository, and logs this once', async () => {
    inGit = () => [
      entityInGit('payments', 'one', { account: '111122223333' }),
      entityInGit('two', undefined, {}),
      entityInGit('three', undefined, { account: '444455556666' }),
    ];
    const provider = await connect();
    connection.applyMutation.mockClear();
    await provider.refresh();
    await provider.refresh();
    const [{ entities }] = connection.applyMutation.mock.lastCall ?? [];
    expect(
      entities.map(({ entity }: { entity: Entity }) => entity.metadata.name),
    ).toEqual(['three']);
    expect(onLeftToGit).toHaveBeenCalledTimes(1);
  });

  it('shows clusters whose address blocks it may not see', async () => {
    aws.seesVpcs = false;
    expect(await look()).toEqual(['one', 'two', 'three']);
    const [{ entities }] = connection.applyMutation.mock.lastCall ?? [];
    expect(entities[0].entity.metadata.annotations).not.toHaveProperty([
      'clusterworks.dev/vpc-cidrs',
    ]);
    expect(said('warn')).toMatch(/Address blocks of VPCs are unknown/);
  });

  it('leaves out an invalid description, and reports it', async () => {
    aws.clusters.set('one', describedCluster('one', { arn: 'nonsense' }));
    aws.clusters.set('two', describedCluster('two', { endpoint: null }));
    expect(await look()).toEqual(['two', 'three']);
    expect(said('warn')).toMatch(
      /one: the description is not that of a cluster/,
    );
  });
});

function entityInGit(
  name: string,
  eksName: string | undefined,
  labels: { account?: string },
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      labels: {
        'clusterworks.dev/region': 'eu-west-1',
        ...(labels.account && { 'clusterworks.dev/account': labels.account }),
      },
      annotations: eksName ? { 'kubernetes.io/x-k8s-aws-id': eksName } : {},
    },
  };
}
