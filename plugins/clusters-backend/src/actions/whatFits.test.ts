import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { fleetRow } from '../__testUtils__/fleetRow';
import type { VisibleClusters } from '../permissions/VisibleClusters';
import { createGetClusterAction } from './createGetClusterAction';
import { createGetFindingsAction } from './createGetFindingsAction';
import { createListClustersAction } from './createListClustersAction';

const long = (length: number) => 'ü'.repeat(length);
const unknown = { certainty: 'unknown' as const, reason: long(100) };
const version = {
  desired: '1.35.4-eks-1234567',
  observed: '1.35.4-eks-1234567',
};

/** A cluster of which everything is as long as it may be. */
function entry(index: number) {
  const name = `cluster-with-a-rather-long-name-${index}`;
  const row = {
    ...fleetRow(name, {
      owner: `group:default/${'x'.repeat(63)}`,
      environment: 'production',
    }),
    region: 'ap-southeast-2',
    headline: { text: long(900), severity: 'critical' as const },
    versions: { kubernetes: version, karpenter: version, cilium: version },
    ...{ nodes: unknown, cpuRequested: unknown, cpuAllocatable: unknown },
    ...{ spotShare: unknown },
    room: { addresses: unknown, nodes: unknown, hours: unknown },
    connection: { state: 'unreachable' as const, message: long(900) },
  };
  const findings = Array.from({ length: 30 }, (_, each) => ({
    ...{ id: `0123456789abcdef-${each}`, code: 'karpenter/C1', rule: 'a-rule' },
    ...{ severity: 'critical', title: long(500), evidence: [], remedy: [] },
    subject: { apiVersion: 'v1', kind: 'Node', name: `n-${each}.${long(60)}` },
    consequences: [],
  }));
  const sources = Array.from({ length: 30 }, (_, each) => ({
    ...{ name: `kind-${each}`, state: 'forbidden', reason: long(500) },
  }));
  return {
    row,
    body: {
      row,
      view: () => undefined,
      assessment: () => ({ findings, sources, observedAt: '' }),
    },
  };
}

const entries = Array.from({ length: 30 }, (_, index) => entry(index));
const clusters = {
  all: async () => entries,
  get: async () => entries[0],
} as unknown as VisibleClusters;

describe('the first answer', () => {
  const registry = actionsRegistryServiceMock();
  createListClustersAction(registry, clusters);
  createGetClusterAction(registry, clusters);
  createGetFindingsAction(registry, clusters);
  const ask = async (id: string, input: object): Promise<any> => {
    const { output } = await registry.invoke({
      ...{ id: `test:${id}`, input: input as never },
      credentials: mockCredentials.user(),
    });
    return output;
  };
  const bytes = (answer: object) => Buffer.byteLength(JSON.stringify(answer));

  it.each([
    ['list-clusters', {}, 'clusters'],
    ['get-cluster', { name: 'x' }, 'findings'],
    ['get-findings', { name: 'x' }, 'findings'],
  ])('of %s fits an agent, whatever is in it', async (id, input, list) => {
    const answer = await ask(id, input);
    expect(bytes(answer)).toBeLessThanOrEqual(4_096);
    expect(answer[list].length).toBeGreaterThan(0);
  });

  it('goes on where it ended', async () => {
    const { clusters: first, nextCursor } = await ask('list-clusters', {});
    const { clusters: rest } = await ask('list-clusters', {
      ...{ cursor: nextCursor, limit: 50 },
    });
    expect(first.length + rest.length).toBe(entries.length);
    const { findings, total } = await ask('get-findings', { name: 'x' });
    expect(total).toBe(30);
    const more = await ask('get-findings', {
      ...{ name: 'x', offset: findings.length, limit: 25 },
    });
    expect(more.findings).toHaveLength(Math.min(25, 30 - findings.length));
  });

  it('counts what it leaves out', async () => {
    const { findings, findingsTotal, notRead, notReadTotal } = await ask(
      'get-cluster',
      { name: 'x' },
    );
    expect([findingsTotal, notReadTotal]).toEqual([30, 30]);
    expect(findings.length).toBeLessThan(30);
    expect(notRead.length).toBeGreaterThan(0);
  });

  it('is as long as was asked for', async () => {
    const { clusters: all } = await ask('list-clusters', { limit: 20 });
    expect(all).toHaveLength(20);
  });
});
