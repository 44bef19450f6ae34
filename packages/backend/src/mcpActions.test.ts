import assert from 'node:assert/strict';
import { healthyCluster } from '@clusterworks/kube-fixtures';
import {
  type SimulatedCluster,
  startSimulatedCluster,
} from '@clusterworks/kube-simulator';
import { smallSpec, waitFor } from '@clusterworks/test-support';
import { McpClient } from './__testUtils__/McpClient';
import { RunningPortal } from './__testUtils__/RunningPortal';
import { clusterResource, group, user } from './__testUtils__/portalEntities';

const keys = {
  accessKeyId: 'AKIATESTCLUSTERWORKS',
  secretAccessKey: 'test-not-a-secret',
};

function startCluster(id: string, objects: object[]) {
  return startSimulatedCluster({
    id,
    auth: {
      type: 'eks',
      keys,
      roleArn: 'arn:aws:iam::123456789012:role/backstage',
      groups: ['clusterworks:readers'],
    },
    objects: objects as never,
  });
}

const planned = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'planned',
    labels: {
      'clusterworks.dev/environment': 'dev',
      'clusterworks.dev/region': 'eu-west-1',
    },
  },
  spec: { type: 'kubernetes-cluster', owner: 'group:default/payments' },
};

const spec = {
  ...smallSpec,
  metadata: { ...smallSpec.metadata, name: 'new-one' },
};

const namesOf = ({ clusters }: any) => clusters.map(({ name }: any) => name);
const unknownNumber = { certainty: 'unknown', reason: expect.any(String) };

describe('agents over MCP', () => {
  let clusters: SimulatedCluster[];
  let portal: RunningPortal;
  let agent: McpClient;
  let finding: string;

  beforeAll(async () => {
    clusters = [
      // The leases of this cluster were last renewed at the fixtures' time,
      // long ago; the other cluster has no controllers.
      await startCluster('payments', Object.values(healthyCluster()).flat()),
      await startCluster('search', []),
    ];
    portal = await RunningPortal.start(
      [
        ...['platform', 'payments', 'search'].map(group),
        user('pat', 'payments'),
        user('dana', 'payments', 'search'),
        clusterResource(clusters[0], 'group:default/payments'),
        clusterResource(clusters[1], 'group:default/search'),
        planned,
      ],
      {
        aws: { mainAccount: keys },
        kubernetes: {
          clusterLocatorMethods: [
            { type: 'catalog', dangerouslyAllowClusterUrls: ['127.0.0.1'] },
          ],
        },
        clusters: {
          guard: { allowedApiServerHosts: ['127.0.0.1'] },
          reader: { discovery: { seconds: 1 } },
        },
      },
    );
    await waitFor(async () => {
      // Answers may still change while a kind is being read.
      for (const { id } of clusters) {
        const { body } = await portal.send(
          'dana',
          `GET /clusters/v1/clusters/${id}`,
        );
        assert.equal(body.row.connection.state, 'live');
        const { sources } = body.assessment;
        assert.ok(sources.every(({ state }: any) => state !== 'reading'));
      }
      agent ??= await McpClient.connect(portal, 'dana');
      const fleet = await agent.ask('list-clusters', {});
      assert.equal(fleet.totals.clusters, 3);
      assert.equal(fleet.totals.critical, 2);
      const { findings, verdict } = await agent.ask('get-findings', {
        name: 'payments',
        severity: 'critical',
      });
      assert.equal(verdict, 'critical');
      finding = findings[0].id;
    });
  });

  afterAll(async () => {
    await agent?.close();
    await portal?.stop();
    await Promise.all(clusters?.map(cluster => cluster.stop()) ?? []);
  });

  it('offers every action of the plugin', async () => {
    expect(await agent.tools()).toEqual(
      expect.arrayContaining([
        'clusters.list-clusters',
        'clusters.get-cluster',
        'clusters.get-findings',
        'clusters.explain-finding',
        'clusters.why-node',
        'clusters.address-runway',
        'clusters.render-preview',
      ]),
    );
  });

  const list = (filter: string, more: object = {}) =>
    ['list-clusters', { filter, ...more }] as const;

  it.each<
    [
      question: string,
      ask: () => readonly [tool: string, input: object],
      expected: (answer: any) => void,
    ]
  >([
    [
      'Which clusters are there?',
      () => ['list-clusters', {}],
      answer =>
        expect(namesOf(answer).sort()).toEqual([
          'payments',
          'planned',
          'search',
        ]),
    ],
    [
      'How many are critical?',
      () => ['list-clusters', { limit: 1 }],
      answer => expect(answer.totals.critical).toBe(2),
    ],
    [
      'Which are critical?',
      () => list('verdict:critical', { sort: 'name' }),
      answer => expect(namesOf(answer)).toEqual(['payments', 'search']),
    ],
    [
      'Which are still being built, with nothing wrong so far?',
      () => list('verdict:building'),
      answer => expect(namesOf(answer)).toEqual(['planned']),
    ],
    [
      'Which are not provisioned yet?',
      () => list('provisioned:false'),
      answer => expect(namesOf(answer)).toEqual(['planned']),
    ],
    [
      'Which can the portal not read?',
      () => list('-connection:live'),
      answer => expect(namesOf(answer)).toEqual(['planned']),
    ],
    [
      'What does the payments group own?',
      () => list('owner:payments', { sort: 'name' }),
      answer => expect(namesOf(answer)).toEqual(['payments', 'planned']),
    ],
    [
      'What is in dev in eu-west-1?',
      () => list('env:dev region:eu-west-1'),
      answer => expect(namesOf(answer)).toEqual(['planned']),
    ],
    [
      'Which run a Cilium older than 2.0?',
      () => list('cilium:<2.0'),
      answer => expect(namesOf(answer)).toEqual(['payments']),
    ],
    [
      'Which Cilium versions are not known?',
      () => list('cilium:unknown', { sort: 'name' }),
      answer => expect(namesOf(answer)).toEqual(['planned', 'search']),
    ],
    [
      'Which run a Karpenter of at least 99?',
      () => list('karpenter:>=99'),
      answer => expect(namesOf(answer)).toEqual([]),
    ],
    [
      'Which have a node at all?',
      () => list('nodes:>0'),
      answer => expect(namesOf(answer)).toEqual(['payments']),
    ],
    [
      'Which is called something like pay?',
      () => list('pay'),
      answer => expect(namesOf(answer)).toContain('payments'),
    ],
    [
      'Which are critical or not provisioned?',
      () => list('verdict:critical OR provisioned:false', { sort: 'name' }),
      answer =>
        expect(namesOf(answer)).toEqual(['payments', 'planned', 'search']),
    ],
    [
      'Which is the worst?',
      () => ['list-clusters', { limit: 1 }],
      answer => {
        expect(namesOf(answer)).toEqual(['payments']);
        expect(answer.nextCursor).toEqual(expect.any(String));
      },
    ],
    [
      'How is payments?',
      () => ['get-cluster', { name: 'payments' }],
      answer =>
        expect(answer).toMatchObject({
          verdict: 'critical',
          connection: { state: 'live' },
        }),
    ],
    [
      'Why is it critical?',
      () => ['get-cluster', { name: 'payments' }],
      answer => {
        expect(answer.headline).toEqual(expect.stringMatching(/\w+ \w+/));
        expect(answer.findings[0].severity).toBe('critical');
      },
    ],
    [
      'How many nodes has it?',
      () => ['get-cluster', { name: 'payments' }],
      answer => expect(answer.nodes).toEqual({ certainty: 'exact', value: 1 }),
    ],
    [
      'Which versions run there?',
      () => ['get-cluster', { name: 'payments' }],
      answer =>
        expect(answer.versions.cilium.observed).toMatch(/^\d+\.\d+\.\d+$/),
    ],
    [
      'How many pods wait for a node?',
      () => ['get-cluster', { name: 'payments' }],
      answer => expect(answer.podsPending.certainty).toBe('exact'),
    ],
    [
      'How many nodes has a cluster that is not there yet?',
      () => ['get-cluster', { name: 'planned' }],
      answer => expect(answer.nodes).toEqual(unknownNumber),
    ],
    [
      'What is wrong with it?',
      () => ['get-findings', { name: 'payments' }],
      answer => expect(answer.total).toBeGreaterThan(0),
    ],
    [
      'What is critical about it?',
      () => ['get-findings', { name: 'payments', severity: 'critical' }],
      ({ findings }) =>
        expect(findings.map(({ severity }: any) => severity)).toContain(
          'critical',
        ),
    ],
    [
      'Does a pool stand at its limit?',
      () => ['get-findings', { name: 'payments', rule: 'nodepool-limit' }],
      answer => expect(answer.total).toBe(0),
    ],
    [
      'What does the first finding mean?',
      () => ['explain-finding', { name: 'payments', id: finding }],
      answer => expect(answer.about.means).toEqual(expect.any(String)),
    ],
    [
      'What shows it?',
      () => ['explain-finding', { name: 'payments', id: finding }],
      answer => expect(answer.evidence.length).toBeGreaterThan(0),
    ],
    [
      'What is to be done about it?',
      () => ['explain-finding', { name: 'payments', id: finding }],
      answer => expect(answer.remedies[0].text).toEqual(expect.any(String)),
    ],
    [
      'Why is node general-1 still here?',
      () => ['why-node', { name: 'payments', node: 'general-1' }],
      answer =>
        expect(answer).toMatchObject({ nodePool: 'general', stage: 'ready' }),
    ],
    [
      'How long do its addresses last?',
      () => ['address-runway', { name: 'payments' }],
      answer => expect(answer.subnetsTotal).toBe(1),
    ],
    [
      'What would a new cluster be?',
      () => ['render-preview', { spec }],
      answer => expect(answer.summary).toContain('eu-west-1'),
    ],
  ])('%s', async (_question, ask, expected) => {
    const [tool, input] = ask();
    expected(await agent.ask(tool, input as Record<string, unknown>));
  });

  it('answers with the rights of the caller', async () => {
    const pats = await McpClient.connect(portal, 'pat');
    expect(namesOf(await pats.ask('list-clusters', { sort: 'name' }))).toEqual([
      'payments',
      'planned',
    ]);
    await expect(pats.ask('get-cluster', { name: 'search' })).rejects.toThrow(
      /No cluster "search"/,
    );
    await pats.close();
  });
});
