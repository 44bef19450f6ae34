import {
  type SimulatedCluster,
  startSimulatedCluster,
} from '@clusterworks/kube-simulator';
import { eventually } from '@clusterworks/test-support';
import {
  type PortalAnswer,
  RunningPortal,
} from '../__testUtils__/RunningPortal';
import {
  clusterResource,
  group,
  logTemplate,
  user,
} from '../__testUtils__/portalEntities';

const keys = {
  accessKeyId: 'AKIATESTCLUSTERWORKS',
  secretAccessKey: 'test-not-a-secret',
};

/** Who asks: nobody signed in, a user without a group, and members of groups. */
const people = {
  nobody: undefined,
  guest: 'gwen',
  member: 'sam',
  owner: 'pat',
  platform: 'dana',
} as const;
type Role = keyof typeof people;
const roles = Object.keys(people) as Role[];

interface Attempt {
  what: string;
  request: string;
  body?: object;
  headers?: Record<string, string>;
  /** The part of an answer of 200 that the test compares. */
  seen?: (body: any) => unknown;
  expected: Record<Role, unknown>;
}

const everywhere = (answer: unknown) => ({
  guest: answer,
  member: answer,
  owner: answer,
});
const platformOnly = (answer: unknown = 200) => ({
  nobody: 401,
  ...everywhere(403),
  platform: answer,
});
const membersOnly = (answer: unknown = 200) => ({
  nobody: 401,
  guest: 403,
  member: answer,
  owner: answer,
  platform: answer,
});
const names = (body: any) =>
  (body.items ?? body)
    .map((item: any) => item.name ?? item.metadata?.name)
    .sort();

const values = { text: 'hello' };
const all = ['payments-prod', 'search-prod'];
const attempts: Attempt[] = [
  {
    what: 'finds clusters in the catalog',
    request: 'GET /catalog/entities?filter=spec.type=kubernetes-cluster',
    seen: names,
    expected: {
      ...{ nobody: 401, guest: [], member: ['search-prod'] },
      ...{ owner: ['payments-prod'], platform: all },
    },
  },
  {
    what: 'reads the entity of payments-prod',
    request: 'GET /catalog/entities/by-name/resource/default/payments-prod',
    expected: {
      ...{ nobody: 401, guest: 404, member: 404, owner: 200, platform: 200 },
    },
  },
  {
    what: 'reads the groups',
    request: 'GET /catalog/entities?filter=kind=group',
    seen: names,
    expected: {
      ...{ nobody: 401, ...everywhere(['payments', 'platform', 'search']) },
      platform: ['payments', 'platform', 'search'],
    },
  },
  {
    what: 'lists the fleet',
    request: 'GET /clusters/v1/fleet',
    seen: names,
    expected: {
      ...{ nobody: 401, guest: [], member: ['search-prod'] },
      ...{ owner: ['payments-prod'], platform: all },
    },
  },
  {
    what: 'reads the health of payments-prod',
    request: 'GET /clusters/v1/clusters/payments-prod',
    expected: {
      ...{ nobody: 401, guest: 404, member: 404, owner: 200, platform: 200 },
    },
  },
  {
    what: 'previews a cluster',
    request: 'POST /clusters/v1/render',
    body: { spec: {} },
    // The schema refuses this body only after the permission was checked.
    expected: membersOnly(400),
  },
  {
    what: 'lists clusters in plugin-kubernetes',
    request: 'GET /kubernetes/clusters',
    seen: names,
    expected: {
      ...{ nobody: 401, guest: 403, member: ['search-prod'] },
      ...{ owner: ['payments-prod'], platform: all },
    },
  },
  {
    what: 'reads the pods of payments-prod in its Kubernetes tab',
    request: 'POST /kubernetes/resources/workloads/query',
    body: { entityRef: 'resource:default/payments-prod', auth: {} },
    seen: podNames,
    expected: {
      ...{ nobody: 401, guest: 403, member: 400 },
      ...{ owner: ['checkout'], platform: ['checkout'] },
    },
  },
  {
    what: 'reads pods of payments-prod for an entity of its own',
    request: 'POST /kubernetes/resources/workloads/query',
    body: { entityRef: 'resource:default/search-prod', auth: {} },
    seen: podNames,
    expected: {
      ...{ nobody: 401, guest: 403, member: ['index'] },
      ...{ owner: 400, platform: ['index'] },
    },
  },
  {
    what: 'reaches through to the API server of payments-prod',
    request: 'GET /kubernetes/proxy/api/v1/namespaces/default/pods',
    headers: { 'Backstage-Kubernetes-Cluster': 'payments-prod' },
    seen: names,
    expected: platformOnly(['checkout']),
  },
  {
    what: 'runs a template of the catalog',
    request: 'POST /scaffolder/v2/tasks',
    body: { templateRef: 'template:default/say', values },
    expected: membersOnly(201),
  },
  {
    what: 'dry-runs a template of its own',
    request: 'POST /scaffolder/v2/dry-run',
    body: { template: logTemplate('own'), values, directoryContents: [] },
    expected: platformOnly(),
  },
  {
    what: 'dry-runs one through MCP',
    request: 'POST /mcp-actions/v1',
    headers: { accept: 'application/json, text/event-stream' },
    body: {
      ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
      params: {
        name: 'scaffolder.dry-run-template',
        arguments: {
          templateYaml: JSON.stringify(logTemplate('own')),
          values,
        },
      },
    },
    seen: body => (/"isError":true/.test(String(body)) ? 'refused' : 'ran'),
    expected: {
      ...{ nobody: 401, ...everywhere('refused'), platform: 'ran' },
    },
  },
  {
    what: 'has payments-prod read again',
    request: 'POST /catalog/refresh',
    body: { entityRef: 'resource:default/payments-prod' },
    expected: {
      ...{ nobody: 401, guest: 403, member: 403, owner: 200, platform: 200 },
    },
  },
  {
    what: 'takes an entity out of the catalog',
    request: 'DELETE /catalog/entities/by-uid/none',
    expected: platformOnly(204),
  },
  {
    what: 'registers a file',
    request: 'POST /catalog/locations?dryRun=true',
    body: { type: 'url', target: 'http://127.0.0.1:9/catalog-info.yaml' },
    // The file is looked up only after the permission was checked.
    expected: platformOnly(400),
  },
  {
    what: 'has an entity processed',
    request: 'POST /catalog/validate-entity',
    body: { location: 'url:http://127.0.0.1:9/x.yaml', entity: group('x') },
    expected: platformOnly(),
  },
];

/** Rights that only the frontend asks for. */
const asked = [
  ['scaffolder.template.management', 'DENY'],
  ['catalog.entity.create', 'DENY'],
  ['some.plugin.that.came.later', 'DENY'],
];

function podNames(body: any): unknown {
  return body.items.flatMap(({ resources }: any) =>
    resources
      .filter(({ type }: any) => type === 'pods')
      .flatMap((found: any) =>
        found.resources.map((p: any) => p.metadata.name),
      ),
  );
}

const pod = (name: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    ...{ name, namespace: 'default' },
    labels: { 'backstage.io/kubernetes-id': 'tab' },
  },
  spec: { containers: [{ name, image: name }] },
});

describe('what each role may do in this portal', () => {
  let clusters: SimulatedCluster[];
  let portal: RunningPortal;

  beforeAll(async () => {
    clusters = await Promise.all(
      [
        ['payments-prod', 'checkout'],
        ['search-prod', 'index'],
      ].map(([id, name]) =>
        startSimulatedCluster({
          ...{ id, objects: [pod(name)] },
          auth: { type: 'eks', keys, groups: ['clusterworks:readers'] },
        }),
      ),
    );
    portal = await RunningPortal.start(
      [
        ...['platform', 'payments', 'search'].map(group),
        user('gwen'),
        user('sam', 'search'),
        user('pat', 'payments'),
        user('dana', 'platform'),
        clusterResource(clusters[0], 'group:default/payments'),
        clusterResource(clusters[1], 'group:default/search'),
        logTemplate('say'),
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
    await eventually(async () => {
      const { body } = await portal.send('dana', 'GET /clusters/v1/fleet');
      return body.items.length === 2;
    });
  });

  afterAll(async () => {
    await portal?.stop();
    await Promise.all(clusters?.map(cluster => cluster.stop()) ?? []);
  });

  const table = attempts.flatMap(attempt =>
    roles.map(role => ({ ...attempt, role, answer: attempt.expected[role] })),
  );

  it.each(table)(
    '$role $what: $answer',
    async ({ role, request, body, headers, seen, answer }) => {
      const got = await portal.send(people[role], request, { body, headers });
      expect(answerOf(got, seen)).toEqual(answer);
    },
  );

  it.each(asked)('%s is for the platform team', async (name, decision) => {
    const decisionFor = async (who: string) => {
      const { body } = await portal.send(who, 'POST /permission/authorize', {
        body: {
          items: [
            { id: '1', permission: { type: 'basic', name, attributes: {} } },
          ],
        },
      });
      return body.items[0].result;
    };
    expect(await decisionFor('pat')).toBe(decision);
    expect(await decisionFor('dana')).toBe('ALLOW');
  });

  it('shows tasks to who started them, and to the platform team', async () => {
    const { body } = await portal.send('pat', 'POST /scaffolder/v2/tasks', {
      body: { templateRef: 'template:default/say', values },
    });
    const one = `/scaffolder/v2/tasks/${body.id}`;
    const found = async (who: string | undefined) => [
      (await portal.send(who, `GET ${one}`)).status,
      (await portal.send(who, `GET ${one}/events`)).status,
      (await portal.send(who, 'GET /scaffolder/v2/tasks')).body.tasks?.some(
        ({ id }: { id: string }) => id === body.id,
      ),
    ];
    await eventually(
      async () =>
        (await portal.send('pat', `GET ${one}`)).body.status === 'completed',
    );
    expect(await found(undefined)).toEqual([401, 401, undefined]);
    expect(await found('gwen')).toEqual([403, 403, undefined]);
    expect(await found('sam')).toEqual([403, 403, false]);
    expect(await found('pat')).toEqual([200, 200, true]);
    expect(await found('dana')).toEqual([200, 200, true]);
    for (const act of ['cancel', 'retry']) {
      const { status } = await portal.send('sam', `POST ${one}/${act}`, {
        body: {},
      });
      expect(status).toBe(403);
    }
  });
});

function answerOf(
  { status, body }: PortalAnswer,
  seen: Attempt['seen'],
): unknown {
  return status === 200 && seen ? seen(body) : status;
}
