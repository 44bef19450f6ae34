import {
  agentPod,
  agentSet,
  config,
  node,
  pod,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';
import { podsNotManagedByCilium } from './podsNotManagedByCilium';

const endpoint = (name: string) => ({ metadata: { name, namespace: 'apps' } });
const web = (options: object = {}) =>
  pod('web', { ip: '10.0.1.9', owned: true, ...options });
const job = {
  apiVersion: 'batch/v1',
  kind: 'Job',
  name: 'report',
  uid: 'job-1',
  controller: true,
};
const with_ = (...pods: object[]) => ({ pods: [agentPod('a'), ...pods] });
const elsewhere = () => ({ pods: [agentPod('b'), web()] });
const served = pod('served', { ip: '10.0.1.7' });
const notOn = (compute: string) => ({
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [
        {
          matchExpressions: [
            {
              key: 'eks.amazonaws.com/compute-type',
              operator: 'NotIn',
              values: [compute],
            },
          ],
        },
      ],
    },
  },
});

describeRule(
  podsNotManagedByCilium,
  [
    {
      name: 'a pod without an endpoint',
      world: with_(web()),
      said: ['warning Node/a'],
      says: '1 pod on node a is not managed',
    },
    {
      name: 'CoreDNS without an endpoint',
      world: with_(web({ labels: { 'k8s-app': 'kube-dns' } })),
      said: ['critical Node/a'],
    },
    {
      name: 'with its endpoint',
      world: { ...with_(web()), ciliumendpoints: [endpoint('web')] },
    },
    {
      name: 'two on one node are one finding',
      world: with_(web(), pod('api', { ip: '10.0.1.10' })),
      said: ['warning Node/a'],
      says: '2 pods',
    },
    { name: 'just started', world: with_(web({ age: 59 })) },
    {
      name: 'started a minute ago',
      world: with_(web({ age: 61 })),
      said: ['warning Node/a'],
    },
    { name: 'ended', world: with_(web({ phase: 'Succeeded' })) },
    { name: 'no address yet', world: with_(web({ ip: undefined })) },
    { name: 'host network', world: with_(web({ hostNetwork: true })) },
    { name: 'going', world: with_(web({ deleted: true })) },
    {
      name: 'on Fargate',
      world: {
        ...elsewhere(),
        nodes: [
          node('b'),
          node('a', {
            labels: { 'eks.amazonaws.com/compute-type': 'fargate' },
          }),
        ],
      },
    },
    {
      name: 'on Windows',
      world: {
        ...elsewhere(),
        nodes: [
          node('b'),
          node('a', { labels: { 'kubernetes.io/os': 'windows' } }),
        ],
      },
    },
    {
      name: 'on EKS Auto Mode, which the agent does not select',
      world: {
        ...elsewhere(),
        daemonsets: [agentSet({ affinity: notOn('auto') })],
        nodes: [
          node('b'),
          node('a', { labels: { 'eks.amazonaws.com/compute-type': 'auto' } }),
        ],
      },
    },
    {
      name: 'on Windows nodes alone',
      world: {
        pods: [web()],
        nodes: [node('a', { labels: { 'kubernetes.io/os': 'windows' } })],
      },
      state: 'notApplicable',
    },
    {
      name: 'on a node of which it is not known whether the agent belongs there',
      world: {
        ...elsewhere(),
        daemonsets: [agentSet({ nodeSelector: { team: 'a' } })],
        nodes: [node('a'), node('b')],
      },
      state: 'unknown',
      says: "whether Cilium's agent belongs on node a is not known",
    },
    {
      name: 'no restart while the agent does not work',
      world: { pods: [agentPod('a', { ready: false }), web()] },
      said: ['warning Node/a'],
      offersNot: /delete pod/,
    },
    {
      name: 'no restart when the agent writes no endpoint at all',
      world: with_(web()),
      said: ['warning Node/a'],
      offersNot: /delete pod/,
    },
    {
      name: 'no restart of the pod of a Job, which would lose its work',
      world: {
        ...with_(
          {
            ...web(),
            metadata: { ...web().metadata, ownerReferences: [job] },
          },
          served,
        ),
        ciliumendpoints: [endpoint('served')],
      },
      said: ['warning Node/a'],
      offersNot: /delete pod/,
    },
    {
      name: 'a restart of pods that a controller replaces, when the agent works',
      world: {
        ...with_(web(), pod('bare', { ip: '10.0.1.8' }), served),
        ciliumendpoints: [endpoint('served')],
      },
      said: ['warning Node/a'],
      offers: 'kubectl -n apps delete pod web',
      offersNot: /delete pod bare/,
    },
    {
      name: 'when Cilium writes no endpoints',
      world: {
        ...with_(web()),
        configmaps: [config({ 'disable-endpoint-crd': 'true' })],
      },
      state: 'notApplicable',
    },
    {
      name: 'on a silent node',
      world: { ...with_(web()), nodes: [node('a', { ready: 'Unknown' })] },
    },
  ],
  ciliumTable,
);
