import * as kube from '@clusterworks/kube-fixtures';
import { snapshotOf, NOW } from '../../testing/world';
import { assess } from '../assess';
import {
  agents,
  clusterWith,
  controllers,
  waitingNode,
  waitingPod,
} from '../../testing/scenarios/clusterParts';
import { describeScenarios } from '../../testing/scenarios/describeScenarios';

const { ago } = kube;
const [, subnetB] = kube.testCluster.subnets;
const inSubnet = (subnet: kube.Subnet, name: string) =>
  kube.instance(name, { subnet });

/**
 * An application pod for which kubelet has failed to set up a network for 15
 * minutes.
 */
const podWithoutNetwork = (
  message: string,
  workload = kube.service('web'),
) => ({
  pods: [
    kube.pod('web-2', { workload, createdAt: ago('15m'), startedAt: null }),
  ],
  events: [
    kube.kubeletEvent(
      { kind: 'Pod', namespace: workload.namespace, name: 'web-2' },
      { reason: 'FailedCreatePodSandBox', message },
      { firstAt: ago('14m'), at: ago('10s'), count: 3 },
    ),
  ],
});

const operatorDown = kube.deployment(kube.ciliumOperator(), { ready: 0 });
const genericOperator = kube.ciliumOperator();
genericOperator.container = {
  ...genericOperator.container,
  image: 'quay.io/cilium/operator-generic:v1.19.9',
};
const reused = waitingNode('general-2', 20);

describeScenarios([
  {
    given: 'a subnet is full, so nodes wait for addresses and pods for nodes',
    cluster: {
      ...clusterWith(
        ...['general-2', 'general-3'].map(name =>
          waitingNode(name, 20, { instance: inSubnet(subnetB, name) }),
        ),
        waitingPod,
      ),
      ...agents(3, 1),
    },
    cause: 'cilium/D07',
    objects: 2,
    says: 'gets no addresses in subnet-b',
    follows: [
      'cilium/D01',
      'cilium/D02',
      'cilium/D06',
      'clusterworks/pods-waiting',
      'karpenter/L3',
    ],
  },
  {
    given: "Cilium's operator is down, so a node gets no addresses",
    cluster: {
      ...clusterWith(waitingNode('general-2', 20, { stage: 'created' })),
      ...agents(2, 1),
      ...controllers({ ciliumOperator: operatorDown }),
    },
    cause: 'cilium/D03',
    follows: ['cilium/D07', 'karpenter/L3'],
  },
  {
    given: 'the leader of the operators hangs while the Deployment looks fine',
    cluster: {
      ...clusterWith(waitingNode('general-2', 20, { stage: 'created' })),
      ...agents(2, 1),
      leases: [
        kube.lease(kube.leaderLeases.karpenter),
        kube.lease(kube.leaderLeases.ciliumOperator, { renewedAt: ago('22m') }),
      ],
    },
    cause: 'cilium/D03',
  },
  {
    given: 'the operator says why a node gets no addresses',
    cluster: {
      ...clusterWith({
        ...waitingNode('general-2', 20),
        ciliumnodes: [
          kube.ciliumNode('general-2', {
            createdAt: ago('20m'),
            stage: 'interfaces',
            enis: kube.enis([0], [], 'i-general-2'),
            status: {
              ipam: {
                'operator-status': { error: 'no right to create an interface' },
              },
            },
          }),
        ],
      }),
      ...agents(2, 1),
    },
    cause: 'cilium/D11',
    follows: ['cilium/D07'],
  },
  {
    given: 'the operator is built for another IPAM mode',
    cluster: {
      ...clusterWith(waitingNode('general-2', 20, { stage: 'created' })),
      ...agents(2, 1),
      ...controllers({
        ciliumOperator: kube.deployment(genericOperator, { ready: 0 }),
      }),
    },
    cause: 'cilium/D27',
    follows: ['cilium/D03', 'cilium/D07'],
  },
  {
    given: "Karpenter's only pod is on a node without network",
    cluster: {
      ...clusterWith(waitingNode('general-2', 20), {
        pods: [
          kube.pod('karpenter-9', {
            workload: kube.karpenterController(),
            node: 'general-2',
            createdAt: ago('15m'),
            startedAt: null,
          }),
        ],
        events: [
          kube.kubeletEvent(
            { kind: 'Pod', namespace: 'kube-system', name: 'karpenter-9' },
            {
              reason: 'FailedCreatePodSandBox',
              message: 'dial unix /var/run/cilium/cilium.sock: connect',
            },
            { firstAt: ago('13m'), at: ago('20s'), count: 3 },
          ),
        ],
      }),
      ...agents(2, 1),
      ...controllers({
        karpenter: kube.deployment(kube.karpenterController(), { ready: 0 }),
      }),
    },
    cause: 'cilium/D07',
    follows: ['karpenter/C1'],
  },
  {
    given: 'the operator tolerates the taint of no node',
    cluster: {
      ...clusterWith({
        pods: [
          kube.pod('cilium-operator-2', {
            workload: kube.ciliumOperator(),
            unschedulable: '0/1 nodes are available: untolerated taint',
          }),
        ],
      }),
      nodes: [
        kube.node('general-1', {
          taints: [{ key: 'CriticalAddonsOnly', effect: 'NoSchedule' }],
        }),
      ],
      ...controllers({
        ciliumOperator: kube.deployment(
          {
            ...kube.ciliumOperator(),
            tolerations: [{ key: 'x', operator: 'Exists' }],
          },
          { ready: 0 },
        ),
      }),
    },
    cause: 'cilium/D18',
    beside: ['warning clusterworks/pods-waiting'],
    follows: ['cilium/D03'],
  },
  {
    given: 'the agents crash on all nodes',
    cluster: {
      ...clusterWith(
        ...['general-2', 'general-3'].map(name => kube.runningNode(name)),
      ),
      pods: [1, 2, 3].map(number =>
        kube.pod(`cilium-${number}`, {
          workload: kube.ciliumAgent(),
          node: `general-${number}`,
          ready: false,
          readySince: ago('15m'),
          waiting: { reason: 'CrashLoopBackOff' },
        }),
      ),
      ...agents(3, 0),
    },
    cause: 'cilium/D02',
    objects: 3,
    follows: ['cilium/D01'],
  },
  {
    given: 'a node has no address left, and a pod hangs on it',
    cluster: {
      ...clusterWith(
        podWithoutNetwork('no IPs currently available on the node'),
      ),
      ciliumnodes: [
        kube.ciliumNode('general-1', {
          enis: kube.enis([9, 9, 9], [], 'i-general-1'),
          used: 27,
        }),
      ],
    },
    cause: 'cilium/D12',
    follows: ['cilium/D20'],
  },
  {
    given: "AWS's network plugin answers instead of Cilium",
    cluster: clusterWith(
      podWithoutNetwork('plugin type="aws-cni" failed (add)'),
      {
        daemonsets: [
          kube.daemonSet({
            ...kube.ciliumAgent(),
            name: 'aws-node',
            labels: { 'k8s-app': 'aws-node' },
          }),
        ],
      },
    ),
    cause: 'cilium/D13',
    follows: ['cilium/D20'],
  },
  {
    given: 'EC2 has reused the name of a node',
    cluster: {
      ...clusterWith({
        ...reused,
        ciliumnodes: [
          kube.ciliumNode('general-2', {
            instance: kube.instance('general-2', { id: 'i-old' }),
            createdAt: ago('1d'),
            nodeUid: 'node-before',
          }),
        ],
      }),
      ...agents(2, 1),
    },
    cause: 'cilium/D10',
  },
]);

it('two full subnets are reported as two causes', () => {
  const [subnetA] = kube.testCluster.subnets;
  const { assessment } = assess(
    snapshotOf({
      ...clusterWith(
        waitingNode('general-2', 20, {
          instance: inSubnet(subnetA, 'general-2'),
        }),
        waitingNode('general-3', 20, {
          instance: inSubnet(subnetB, 'general-3'),
        }),
      ),
      ...agents(3, 1),
    }),
    undefined,
    NOW,
  );
  const critical = assessment.findings.filter(
    ({ severity }) => severity === 'critical',
  );
  expect(critical.map(({ code }) => code)).toEqual([
    'cilium/D07',
    'cilium/D07',
  ]);
});
