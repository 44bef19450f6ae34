// Only the tests of this package run on Node alone; its code runs in browsers
// too.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import { spoil } from '@clusterworks/fuzz';
import type { Measure } from '@clusterworks/plugin-clusters-common';
import { clusterViewSchema } from '@clusterworks/plugin-clusters-common';
import fc from 'fast-check';
import {
  agentPod,
  ciliumNode,
  clusterOf,
  config,
  healthy,
  node,
  pod,
} from '../testing/cilium/testCluster';
import type { SourceName } from '../kinds';
import { allKinds, projectCapture } from '../kinds';
import { oddValue } from '../__testUtils__/hostile';
import { readRecorded, readTruth, recordedPresent } from '../testing/recorded';
import { viewCluster } from './viewCluster';

const now = '2026-11-22T20:00:00Z';

function problemsOf(view: unknown) {
  const plain = JSON.parse(JSON.stringify(view));
  return clusterViewSchema.safeParse(plain).error;
}

const given = {
  ...healthy(),
  nodes: [node('a'), node('b')],
  ciliumnodes: [ciliumNode('a'), ciliumNode('b', { enis: [0], up: false })],
  pods: [agentPod('a'), pod('web', { ip: '10.0.1.4' })],
  nodepools: [
    {
      metadata: { name: 'general' },
      spec: {
        limits: { cpu: '10' },
        disruption: {
          budgets: [{ nodes: '0', schedule: '0 9 * * *', duration: '8h' }],
        },
      },
      status: { resources: { cpu: '4', memory: '1Gi' }, conditions: [] },
    },
  ],
  nodeclaims: [
    {
      metadata: {
        name: 'general-1',
        creationTimestamp: now,
        labels: { 'karpenter.sh/nodepool': 'general' },
      },
      status: {
        nodeName: 'a',
        capacity: { cpu: '2' },
        conditions: [
          { type: 'Launched', status: 'True', lastTransitionTime: now },
        ],
      },
    },
  ],
};

describe('viewCluster with hostile objects', () => {
  it('fits the contract whatever one field holds', () => {
    const sources = Object.keys(given) as SourceName[];
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.array(fc.nat(20), { minLength: 1, maxLength: 9 }),
        oddValue,
        (source, path, by) => {
          const list = (given as Record<string, unknown>)[source];
          const spoilt = spoil(list, path, by);
          const items = Array.isArray(spoilt) ? spoilt : [];
          const view = viewCluster(
            clusterOf({ ...given, [source]: items }),
            now,
          );
          expect(problemsOf(view)).toBeUndefined();
        },
      ),
      { numRuns: 200 },
    );
  });

  it('fits the contract for lists of arbitrary values', () => {
    const resources = allKinds.map(({ groupResource }) => groupResource);
    fc.assert(
      fc.property(
        fc.constantFrom(...resources),
        fc.array(fc.anything({ maxDepth: 4 }), { maxLength: 4 }),
        (resource, items) => {
          const snapshot = projectCapture({
            apiVersion: 'clusterworks.dev/v1alpha1',
            kind: 'ClusterCapture',
            cluster: 'x',
            capturedAt: now,
            resources: [{ resource, state: 'ok', items }],
          });
          expect(problemsOf(viewCluster(snapshot, now))).toBeUndefined();
        },
      ),
    );
  });

  it('rejects an invalid time', () => {
    expect(() => viewCluster(clusterOf({}), 'yesterday')).toThrow(
      "now must be an RFC 3339 time, it is 'yesterday'",
    );
  });
});

describe('a source that was not read', () => {
  const totals = [
    ['nodes', 'nodes'],
    ['nodes', 'nodesNotReady'],
    ['nodes', 'spotShare'],
    ['nodes', 'cpuAllocatable'],
    ['nodes', 'cpuRequested'],
    ['pods', 'cpuRequested'],
    ['pods', 'podsPending'],
  ] as const;

  it.each(totals)('without %s there is no number for %s', (source, key) => {
    for (const state of ['forbidden', 'unreachable', 'stale'] as const) {
      const view = viewCluster(clusterOf({ ...given, [source]: state }), now);
      expect(view[key]).toEqual({
        certainty: 'unknown',
        reason: `${source}: ${state}`,
        code: 'source',
        params: { source, state },
      });
    }
  });

  it('without CiliumNodes there are no addresses', () => {
    const snapshot = clusterOf({ ...given, ciliumnodes: 'forbidden' });
    const { cilium } = viewCluster(snapshot, now);
    expect(cilium).toMatchObject({
      state: 'forbidden',
      addressesWarm: { certainty: 'unknown', reason: 'ciliumnodes: forbidden' },
      nodes: [],
      subnets: undefined,
      stuck: undefined,
    });
  });

  it('shows no addresses of interfaces in another IPAM mode', () => {
    const { cilium } = viewCluster(
      clusterOf({ ...given, configmaps: [config({ ipam: 'cluster-pool' })] }),
      now,
    );
    expect(cilium).toMatchObject({
      state: 'ok',
      addressesWarm: {
        certainty: 'unknown',
        reason: 'IPAM mode is cluster-pool, not eni',
      },
      nodes: [],
      subnets: undefined,
      stuck: [],
    });
  });

  it('without NodePools the view of Karpenter is notInstalled', () => {
    const snapshot = clusterOf({ ...given, nodepools: 'notInstalled' });
    expect(viewCluster(snapshot, now).karpenter).toMatchObject({
      state: 'notInstalled',
      nodePools: [],
    });
  });

  it('an object that could not be read makes counts a lower bound', () => {
    const snapshot = clusterOf({ ...given, nodes: [node('a'), { spec: 1 }] });
    expect(viewCluster(snapshot, now).nodes).toEqual({
      certainty: 'atLeast',
      value: 1,
    });
  });

  const run = recordedPresent ? it.each : it.skip.each;
  run(recordedPresent ? Object.keys(readTruth()) : ['(absent)'])(
    '%s: losing any source makes no number more certain',
    name => {
      const capture = readRecorded(name);
      const before = numbers(
        viewCluster(projectCapture(capture), capture.capturedAt),
      );
      for (const lost of capture.resources) {
        const resources = capture.resources.map(one =>
          one === lost
            ? { ...one, state: 'forbidden' as const, items: [] }
            : one,
        );
        const after = numbers(
          viewCluster(
            projectCapture({ ...capture, resources }),
            capture.capturedAt,
          ),
        );
        for (const [key, measure] of Object.entries(after)) {
          const same = JSON.stringify(before[key]) === JSON.stringify(measure);
          expect(same || measure.certainty === 'unknown').toBe(true);
        }
      }
    },
  );
});

function numbers(
  view: ReturnType<typeof viewCluster>,
): Record<string, Measure> {
  const { nodes, nodesNotReady, podsPending, spotShare } = view;
  const { cpuRequested, cpuAllocatable, cilium } = view;
  return {
    nodes,
    nodesNotReady,
    podsPending,
    spotShare,
    cpuRequested,
    cpuAllocatable,
    addressesWarm: cilium.addressesWarm,
    roomAddresses: cilium.room.addresses,
    roomNodes: cilium.room.nodes,
  };
}
