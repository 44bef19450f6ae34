import assert from 'node:assert/strict';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  ciliumNode,
  healthyCluster,
  node,
  nodeClaim,
  nodeClass,
} from '@clusterworks/kube-fixtures';
import {
  type SimulatedCluster,
  startSimulatedCluster,
} from '@clusterworks/kube-simulator';
import {
  clusterDetailSchema,
  fleetResponseSchema,
} from '@clusterworks/plugin-clusters-common';
import request from 'supertest';
import { smallSpec, waitFor } from '@clusterworks/test-support';
import { clusterEntity } from '../__testUtils__/clusterEntity';
import {
  startClustersBackend,
  testAwsKeys,
} from '../__testUtils__/startClustersBackend';

const ARN = 'arn:aws:iam::123456789012:role/backstage';
const FIRST_TIER_BYTES = 4_096;

/** Actions about one cluster, with what they need besides its name. */
const aboutOneCluster: [action: string, more: JsonObject][] = [
  ['get-cluster', {}],
  ['get-findings', {}],
  ['explain-finding', { id: 'x' }],
  ['why-node', { node: 'x' }],
  ['address-runway', {}],
];

describe('registerClusterActions', () => {
  const registry = actionsRegistryServiceMock();
  let cluster: SimulatedCluster;
  let backend: Awaited<ReturnType<typeof startClustersBackend>>;

  async function ask(
    action: string,
    input: JsonObject,
    user?: string,
  ): Promise<any> {
    const { output } = await registry.invoke({
      id: `test:${action}`,
      input,
      credentials: mockCredentials.user(user),
    });
    return output;
  }

  const get = async (path: string) => {
    const { body } = await request(backend.server)
      .get(`/api/clusters${path}`)
      .set('Authorization', mockCredentials.user.header());
    return body as JsonValue;
  };

  /** Waits until all kinds are read; before that, each answer may differ. */
  async function settle() {
    const { row, assessment } = clusterDetailSchema.parse(
      await get('/v1/clusters/sick'),
    );
    assert.equal(row.connection.state, 'live');
    const states = assessment?.sources.map(({ state }) => state) ?? [];
    assert.deepEqual([...new Set(states)], ['ok']);
  }

  beforeAll(async () => {
    cluster = await startSimulatedCluster({
      id: 'sick',
      auth: {
        type: 'eks',
        keys: testAwsKeys,
        roleArn: ARN,
        groups: ['clusterworks:readers'],
      },
      objects: [
        // The fixtures' leases were renewed long ago, so they look expired.
        ...Object.values(healthyCluster()).flat(),
        nodeClass('not-ready', { readyAt: null }),
        // A node whose name differs from its NodeClaim's.
        node('node-2', { claim: { name: 'claim-2', uid: 'claim-claim-2' } }),
        nodeClaim('claim-2', { node: 'node-2' }),
        ciliumNode('node-2'),
      ],
    });
    backend = await startClustersBackend({
      entities: [clusterEntity('sick', cluster), clusterEntity('planned')],
      features: [
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => registry,
        }),
      ],
    });
    await waitFor(settle);
  });

  afterAll(async () => {
    await backend?.stop();
    await cluster?.stop();
  });

  it('only reads', () => {
    expect(registry.actions.size).toBe(7);
    for (const { attributes, examples } of registry.actions.values()) {
      expect(examples).not.toHaveLength(0);
      expect(attributes).toEqual({
        readOnly: true,
        destructive: false,
        idempotent: true,
      });
    }
  });

  it('lists the same clusters as the fleet, in the same order', async () => {
    const { totals, clusters } = await ask('list-clusters', {});
    const fleet = fleetResponseSchema.parse(await get('/v1/fleet'));
    expect(totals).toEqual(fleet.totals);
    expect(
      clusters.map(({ name, verdict, nodes }: any) => [name, verdict, nodes]),
    ).toEqual(
      fleet.items.map(({ name, verdict, nodes }) => [name, verdict, nodes]),
    );
    expect(JSON.stringify(clusters).length).toBeLessThan(FIRST_TIER_BYTES);
  });

  it('filters, and reports the problem of an invalid filter', async () => {
    const { clusters } = await ask('list-clusters', {
      filter: 'provisioned:false',
    });
    expect(clusters.map(({ name }: any) => name)).toEqual(['planned']);
    await expect(ask('list-clusters', { filter: 'color:red' })).rejects.toThrow(
      /color/,
    );
  });

  it('reports the same state of a cluster as its page', async () => {
    const answer = await ask('get-cluster', { name: 'sick' });
    const { row, assessment } = clusterDetailSchema.parse(
      await get('/v1/clusters/sick'),
    );
    expect(answer).toMatchObject({
      verdict: row.verdict,
      headline: row.headline.text,
      nodes: row.nodes,
      room: row.room,
      findingsTotal: assessment?.findings.length,
    });
    // Only root causes are listed; their consequences are nested in them.
    const { findings = [] } = assessment ?? {};
    const below = findings.flatMap(({ consequences }) => consequences);
    expect(below.length).toBeGreaterThan(0);
    expect(answer.findings.map(({ id }: any) => id)).toEqual(
      findings.map(({ id }) => id).filter(id => !below.includes(id)),
    );
    expect(JSON.stringify(answer).length).toBeLessThan(FIRST_TIER_BYTES);
  });

  it('reports unknown for a cluster that does not exist yet', async () => {
    const answer = await ask('get-cluster', { name: 'planned' });
    expect(answer).toMatchObject({
      verdict: 'unknown',
      nodes: { certainty: 'unknown', reason: expect.any(String) },
      connection: { state: 'notProvisioned' },
      findings: [],
    });
    expect(await ask('get-findings', { name: 'planned' })).toMatchObject({
      verdict: 'unknown',
      findings: [],
    });
  });

  it('explains every finding that it lists', async () => {
    const { findings, total } = await ask('get-findings', {
      name: 'sick',
      limit: 25,
    });
    expect(findings).toHaveLength(total);
    for (const { id, title } of findings) {
      const explained = await ask('explain-finding', { name: 'sick', id });
      expect(explained).toMatchObject({
        id,
        about: { means: expect.any(String), source: expect.any(String) },
      });
      expect(explained.title.slice(0, 100)).toBe(title.slice(0, 100));
      expect(explained.evidence.length).toBeGreaterThan(0);
      expect(explained.remedies.length).toBeGreaterThan(0);
    }
    await expect(
      ask('explain-finding', { name: 'sick', id: 'over' }),
    ).rejects.toThrow(/it may be over/);
  });

  it('pages findings in a stable order', async () => {
    const { findings, total } = await ask('get-findings', {
      name: 'sick',
      limit: 25,
    });
    const paged = [];
    for (let offset = 0; offset < total; offset += 1) {
      const page = await ask('get-findings', {
        name: 'sick',
        limit: 1,
        offset,
      });
      paged.push(...page.findings);
    }
    expect(paged.map(({ id }) => id)).toEqual(
      findings.map(({ id }: any) => id),
    );
  });

  it('finds a node by its name or the name of its NodeClaim', async () => {
    const { view } = clusterDetailSchema.parse(await get('/v1/clusters/sick'));
    const claim = view?.karpenter.nodeClaims?.find(
      ({ name }) => name === 'claim-2',
    );
    expect(claim?.node).toBe('node-2');
    const byClaim = await ask('why-node', { name: 'sick', node: claim!.name });
    const byNode = await ask('why-node', { name: 'sick', node: claim!.node! });
    expect(byClaim).toEqual(byNode);
    expect(byNode).toMatchObject({
      node: claim!.node,
      nodeClaim: claim!.name,
      nodePool: claim!.nodePool,
      stage: claim!.stage,
    });
    await expect(
      ask('why-node', { name: 'sick', node: 'nobody' }),
    ).rejects.toThrow(/No node or NodeClaim "nobody"/);
  });

  it('reports for how long addresses last, like the page', async () => {
    const answer = await ask('address-runway', { name: 'sick' });
    const { row, view } = clusterDetailSchema.parse(
      await get('/v1/clusters/sick'),
    );
    expect(answer.room).toEqual(row.room);
    expect(answer.subnets).toMatchObject(
      (view?.cilium.subnets ?? []).map(({ subnetId, room, usable }) => ({
        subnetId,
        room,
        usable,
      })),
    );
    expect(answer.subnetsTotal).toBeGreaterThan(0);
  });

  it('previews a spec, with the files that are asked for', async () => {
    const path = 'clusters/dev/payments-dev/cluster.yaml';
    const { summary, paths, files } = await ask('render-preview', {
      spec: smallSpec,
      paths: [path, 'clusters/dev/payments-dev/no-such-file'],
    });
    expect(summary).toMatch(/cluster/);
    expect(paths).toContain(path);
    expect(files).toEqual([{ path, content: expect.any(String) }]);
  });

  it('previews the example that it gives', async () => {
    const { examples = [] } = registry.actions.get('test:render-preview') ?? {};
    const { warnings, files } = await ask(
      'render-preview',
      examples[0].input as JsonObject,
      'user:default/third',
    );
    expect(warnings).toEqual(expect.any(Array));
    expect(files).toHaveLength(1);
  });

  it('refuses a spec with its problems', async () => {
    await expect(
      // Each user has a limited rendering time, so another user asks.
      ask('render-preview', { spec: {} }, 'user:default/another'),
    ).rejects.toThrow(/metadata/);
  });

  it.each(aboutOneCluster)(
    '%s does not tell whether an unknown cluster exists',
    async (id, more) => {
      await expect(ask(id, { name: 'constructor', ...more })).rejects.toThrow(
        'No cluster "constructor"',
      );
    },
  );
});

describe('for a caller who may see no cluster', () => {
  const registry = actionsRegistryServiceMock();
  let backend: Awaited<ReturnType<typeof startClustersBackend>>;

  beforeAll(async () => {
    backend = await startClustersBackend({
      entities: [clusterEntity('planned')],
      features: [
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => registry,
        }),
        mockServices.permissions.factory({ result: 'DENY' as never }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
  });

  const ask = (id: string, input: JsonObject) =>
    registry.invoke({ id, input, credentials: mockCredentials.user() });

  it.each(aboutOneCluster)(
    '%s does not tell that a hidden cluster exists',
    async (id, more) => {
      await expect(
        ask(`test:${id}`, { name: 'planned', ...more }),
      ).rejects.toThrow('No cluster "planned"');
    },
  );

  it('show and render nothing', async () => {
    const { output } = await ask('test:list-clusters', {});
    expect(output).toMatchObject({ totals: { clusters: 0 }, clusters: [] });
    await expect(ask('test:render-preview', { spec: {} })).rejects.toThrow(
      /Not allowed to preview/,
    );
  });
});
