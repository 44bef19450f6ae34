import { mockCredentials } from '@backstage/backend-test-utils';
import {
  type SimulatedCluster,
  startSimulatedCluster,
} from '@clusterworks/kube-simulator';
import {
  clusterDetailSchema,
  type FleetResponse,
  fleetResponseSchema,
  type FleetRow,
  ledgerResponseSchema,
} from '@clusterworks/plugin-clusters-common';
import request from 'supertest';
import { smallSpec, smallSpecWith, waitFor } from '@clusterworks/test-support';
import { clusterEntity } from './__testUtils__/clusterEntity';
import {
  startClustersBackend,
  testAwsKeys,
} from './__testUtils__/startClustersBackend';

const ARN = 'arn:aws:iam::123456789012:role/backstage';

function start(id: string, groups?: string[]) {
  return startSimulatedCluster({
    id,
    auth: { type: 'eks', keys: testAwsKeys, roleArn: ARN, groups },
    objects: [
      { apiVersion: 'v1', kind: 'Node', metadata: { name: `${id}-node` } },
    ],
  });
}

describe('clustersPlugin', () => {
  let reachable: SimulatedCluster;
  let forbidden: SimulatedCluster;
  let backend: Awaited<ReturnType<typeof startClustersBackend>>;

  beforeAll(async () => {
    reachable = await start('reachable', ['clusterworks:readers']);
    forbidden = await start('forbidden', []);
    const { caData } = reachable;
    backend = await startClustersBackend({
      entities: [
        clusterEntity('reachable', reachable),
        clusterEntity('forbidden', forbidden),
        clusterEntity('gone', { url: 'https://127.0.0.1:1', caData }),
        {
          ...clusterEntity('depended-on', { environment: 'dev' }),
          relations: [
            ...['component:default/web', 'api:default/web'].map(targetRef => ({
              type: 'dependencyOf',
              targetRef,
            })),
            { type: 'dependsOn', targetRef: 'component:default/other' },
          ],
        },
        clusterEntity('planned', {
          annotations: { 'clusterworks.dev/vpc-cidrs': '10.40.0.0/16' },
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await reachable?.stop();
    await forbidden?.stop();
  });

  const get = (path: string) =>
    request(backend.server)
      .get(`/api/clusters${path}`)
      .set('Authorization', mockCredentials.user.header());

  async function fleet(query = ''): Promise<FleetResponse> {
    const { body, status } = await get(`/v1/fleet${query}`);
    expect({ status, body }).toMatchObject({ status: 200 });
    return fleetResponseSchema.parse(body);
  }

  async function row(name: string): Promise<FleetRow | undefined> {
    const { items } = await fleet();
    return items.find(item => item.name === name);
  }

  it('shows every cluster with its state', async () => {
    await waitFor(async () => {
      const { items } = await fleet('?sort=name');
      expect(
        items.map(({ name, connection }) => [name, connection.state]),
      ).toEqual([
        ['depended-on', 'notProvisioned'],
        ['forbidden', 'forbidden'],
        ['gone', 'unreachable'],
        ['planned', 'notProvisioned'],
        ['reachable', 'live'],
      ]);
      expect((await row('reachable'))?.nodes).toEqual({
        certainty: 'exact',
        value: 1,
      });
    });
    expect((await row('gone'))?.headline.text).toBe(
      'API server unreachable: connection refused',
    );
    expect((await row('forbidden'))?.verdict).toBe('unknown');
    expect((await row('planned'))?.provisioned).toBe(false);
    expect((await row('planned'))?.components?.total).toBe(0);
    expect((await row('depended-on'))?.components?.listed).toEqual([
      'component:default/web',
    ]);
  });

  it('sends a cluster with its findings, and 304 when nothing changed', async () => {
    const { body } = await get('/v1/clusters/reachable');
    const detail = clusterDetailSchema.parse(body);
    expect(detail.assessment?.sources).toContainEqual({
      name: 'nodes',
      kind: 'Node',
      state: 'ok',
    });
    // The cluster may still be read, so a newer version may exist.
    await waitFor(async () => {
      const { headers } = await get('/v1/clusters/reachable');
      const again = await get('/v1/clusters/reachable').set(
        'If-None-Match',
        headers.etag,
      );
      expect(again.status).toBe(304);
    });
  });

  it('serves its description, with examples', async () => {
    const { body } = await get('/openapi.json');
    const answer = body.paths['/api/clusters/v1/fleet'].get.responses['200'];
    const { example } = answer.content['application/json'];
    expect(fleetResponseSchema.parse(example)).toEqual(example);
  });

  it('shows a change in the cluster, and signals it to open pages', async () => {
    await fleet();
    reachable.apply({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'another' },
    });
    await waitFor(async () => {
      expect((await row('reachable'))?.nodes).toMatchObject({ value: 2 });
    });
    const { revision } = (await row('reachable')) ?? {};
    await waitFor(() =>
      expect(backend.signals).toContainEqual({
        recipients: { type: 'user', entityRef: ['user:default/mock'] },
        channel: 'clusters:changes',
        message: { cluster: 'reachable', revision },
      }),
    );
  });

  it.each([
    ['/v1/clusters/nothing', 404, 'NotFoundError'],
    ['/v1/fleet?filter=color:red', 400, 'InputError'],
    ['/v1/fleet?colour=red', 400, 'InputError'],
    ['/v1/fleet?limit=0', 400, 'InputError'],
    ['/v1/fleet?sort=colour', 400, 'InputError'],
    ['/v1/observations', 403, 'NotAllowedError'],
  ])('answers %s with a typed error', async (path, status, name) => {
    const response = await get(path);
    expect(response.body).toMatchObject({
      error: { name },
      response: { statusCode: status },
    });
  });

  it('gives observations to other backend plugins', async () => {
    const { body } = await request(backend.server)
      .get('/api/clusters/v1/observations')
      .set('Authorization', mockCredentials.service.header());
    expect(body.items).toHaveLength(5);
  });

  it('renders a spec, or reports all of its problems', async () => {
    const post = (spec: unknown) =>
      request(backend.server)
        .post('/api/clusters/v1/render')
        .set('Authorization', mockCredentials.user.header())
        .send({ spec });
    const bad = await post({ kind: 'Cluster', metadata: { name: 'X' } });
    expect(bad.status).toBe(400);
    expect(bad.body.error.message).toMatch(/metadata.owner[^]*spec/);
    const elsewhere = { network: { vpcCidr: '10.99.0.0/16' } };
    const good = await post(smallSpecWith(elsewhere));
    expect(good.status).toBe(200);
    // The range of `planned`.
    expect((await post(smallSpec)).status).toBe(409);
    const paths = good.body.files.map(({ path }: { path: string }) => path);
    expect(paths).toContain('clusters/dev/payments-dev/cluster.yaml');
  });

  it('gives the ledger of addresses, also as CSV', async () => {
    const { body } = await get('/v1/ledger');
    expect(ledgerResponseSchema.parse(body)).toMatchObject({
      ranges: [{ cluster: 'planned', cidr: '10.40.0.0/16', kind: 'vpc' }],
      free: { certainty: 'atMost' },
    });
    const csv = await get('/v1/ledger?format=csv');
    expect(csv.headers['content-type']).toMatch(/^text\/csv/);
    expect(csv.headers['content-disposition']).toContain('ledger.csv');
    expect(csv.text).toContain('10.40.0.0/16,vpc,65536,planned,');
    expect((await get('/v1/ledger?format=xml')).status).toBe(400);
  });

  it('remembers changes of the verdict', async () => {
    await waitFor(async () => {
      const { body } = await get('/v1/clusters/gone/history?window=1h');
      expect(body.verdictChanges).toMatchObject([{ to: 'unknown' }]);
    });
  });
});
