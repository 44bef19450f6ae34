import { assess } from './assess';
import {
  general,
  joining,
  karpenter,
  karpenterLease,
  karpenterPod,
  nodeClass,
  waitingPod,
} from '../testing/cilium/testKarpenter';
import {
  agentPod,
  agentSet,
  ciliumNode,
  clusterOf,
  Given,
  lease,
  node,
  now,
  operator,
  pod,
  sandboxEvent,
} from '../testing/cilium/testCluster';

function base(given: Given): Given {
  return {
    nodepools: [general],
    ec2nodeclasses: [nodeClass],
    deployments: [operator({}), karpenter],
    leases: [lease(2), karpenterLease],
    poddisruptionbudgets: [],
    customresourcedefinitions: 'notCollected',
    ...given,
  };
}

function story(given: Given) {
  const { assessment } = assess(
    clusterOf(base(given)),
    undefined,
    new Date(now).toISOString(),
  );
  const { findings } = assessment;
  const [root] = findings;
  const codeOf = new Map(findings.map(one => [one.id, one.code]));
  return {
    verdict: assessment.verdict,
    critical: findings
      .filter(one => one.severity === 'critical')
      .map(one => one.code),
    warning: findings
      .filter(one => one.severity === 'warning')
      .map(one => one.code),
    follows: [...new Set(root.consequences.map(id => codeOf.get(id)))].sort(),
    title: root.title,
  };
}

describe('one cause is one critical finding', () => {
  it('a full subnet: two nodes without addresses, taint, claims, pods', () => {
    const [b, c] = [joining('b', 1200), joining('c', 1000)];
    expect(
      story({
        nodes: [node('a'), b.node, c.node],
        nodeclaims: [b.claim, c.claim],
        ciliumnodes: [
          ciliumNode('a', { subnet: 'subnet-b' }),
          ciliumNode('b', { age: 1200, enis: [0], up: false }),
          ciliumNode('c', { age: 1000, enis: [0], up: false }),
        ],
        pods: [agentPod('a'), b.agent, c.agent, karpenterPod, waitingPod],
        daemonsets: [agentSet({ desired: 3, ready: 1 })],
      }),
    ).toMatchObject({
      verdict: 'critical',
      critical: ['cilium/D07'],
      warning: [],
      follows: expect.arrayContaining([
        'cilium/D01',
        'cilium/D02',
        'cilium/D06',
        'cilium/D07',
        'clusterworks/pods-waiting',
        'karpenter/L3',
      ]),
      title: expect.stringContaining('Node b gets no addresses in subnet-a'),
    });
  });

  it('the operator is down: nothing else is its own cause', () => {
    const b = joining('b', 1200);
    expect(
      story({
        nodes: [node('a'), b.node],
        nodeclaims: [b.claim],
        ciliumnodes: [
          ciliumNode('a'),
          ciliumNode('b', { age: 1200, enis: [], noStatus: true, up: false }),
        ],
        pods: [agentPod('a'), b.agent, karpenterPod],
        daemonsets: [agentSet({ desired: 2, ready: 1 })],
        deployments: [operator({ ready: 0 }), karpenter],
      }),
    ).toMatchObject({
      critical: ['cilium/D03'],
      warning: [],
      follows: expect.arrayContaining(['cilium/D07', 'karpenter/L3']),
    });
  });

  it('the leader hangs while the Deployment looks fine', () => {
    const b = joining('b', 1200);
    expect(
      story({
        nodes: [node('a'), b.node],
        nodeclaims: [b.claim],
        ciliumnodes: [
          ciliumNode('a'),
          ciliumNode('b', { age: 1200, enis: [], noStatus: true, up: false }),
        ],
        pods: [agentPod('a'), b.agent, karpenterPod],
        daemonsets: [agentSet({ desired: 2, ready: 1 })],
        leases: [lease(1300), karpenterLease],
      }),
    ).toMatchObject({ critical: ['cilium/D03'], warning: [] });
  });

  it('the operator tolerates no node', () => {
    const taints = [{ key: 'CriticalAddonsOnly', effect: 'NoSchedule' }];
    const waiting = pod('cilium-operator-1', {
      namespace: 'kube-system',
      labels: { 'io.cilium/app': 'operator' },
      phase: 'Pending',
      ready: false,
      unschedulable: true,
    });
    expect(
      story({
        nodes: [node('a', { taints })],
        pods: [agentPod('a'), karpenterPod, waiting],
        deployments: [
          operator({
            ready: 0,
            tolerations: [{ key: 'x', operator: 'Exists' }],
          }),
          karpenter,
        ],
      }),
    ).toMatchObject({
      critical: ['cilium/D18'],
      follows: expect.arrayContaining(['cilium/D03']),
    });
  });

  it('agents crash on all nodes', () => {
    const crash = { ready: false, since: 900, waiting: 'CrashLoopBackOff' };
    expect(
      story({
        nodes: [node('a'), node('b'), node('c')],
        ciliumnodes: ['a', 'b', 'c'].map(name => ciliumNode(name)),
        pods: [
          karpenterPod,
          ...['a', 'b', 'c'].map(name => agentPod(name, crash)),
        ],
        daemonsets: [agentSet({ desired: 3, ready: 0 })],
      }),
    ).toMatchObject({
      critical: ['cilium/D02'],
      warning: [],
      follows: expect.arrayContaining(['cilium/D01', 'cilium/D02']),
    });
  });

  it('a node is full, and pods hang on it', () => {
    expect(
      story({
        ciliumnodes: [ciliumNode('a', { enis: [9, 9, 9], used: 27 })],
        pods: [
          agentPod('a'),
          karpenterPod,
          pod('web', { phase: 'Pending', ready: false, age: 900 }),
        ],
        events: [
          sandboxEvent('web', 'no IPs currently available on the node', {
            first: 800,
            last: 10,
          }),
        ],
      }),
    ).toMatchObject({
      critical: ['cilium/D12'],
      follows: expect.arrayContaining(['cilium/D20']),
    });
  });

  it('aws-node answers instead of Cilium', () => {
    expect(
      story({
        daemonsets: [agentSet({}), agentSet({ name: 'aws-node' })],
        pods: [
          agentPod('a'),
          karpenterPod,
          pod('web', { phase: 'Pending', ready: false, age: 900 }),
        ],
        events: [
          sandboxEvent('web', 'plugin type="aws-cni" failed (add)', {
            first: 800,
            last: 10,
          }),
        ],
      }),
    ).toMatchObject({
      critical: ['cilium/D13'],
      follows: expect.arrayContaining(['cilium/D20']),
    });
  });

  it('a name that EC2 used again', () => {
    const b = joining('b', 1200);
    expect(
      story({
        nodes: [node('a'), b.node],
        nodeclaims: [b.claim],
        ciliumnodes: [
          ciliumNode('a'),
          ciliumNode('b', {
            age: 90_000,
            instance: 'i-old',
            ownerUid: 'uid-old',
            enis: [],
            pool: 9,
          }),
        ],
        pods: [agentPod('a'), b.agent, karpenterPod],
        daemonsets: [agentSet({ desired: 2, ready: 1 })],
      }),
    ).toMatchObject({ critical: ['cilium/D10'], warning: [] });
  });

  it('two full subnets are two causes', () => {
    const [b, c] = [joining('b', 1200), joining('c', 1000)];
    expect(
      story({
        nodes: [node('a'), b.node, c.node],
        nodeclaims: [b.claim, c.claim],
        ciliumnodes: [
          ciliumNode('a'),
          ciliumNode('b', { age: 1200, enis: [0], up: false }),
          ciliumNode('c', {
            age: 1000,
            enis: [0],
            up: false,
            subnet: 'subnet-c',
          }),
        ],
        pods: [agentPod('a'), b.agent, c.agent, karpenterPod],
        daemonsets: [agentSet({ desired: 3, ready: 1 })],
      }).critical,
    ).toEqual(['cilium/D07', 'cilium/D07']);
  });
});
