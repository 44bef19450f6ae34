import {
  agentPod,
  agentSet,
  config,
  node,
  pod,
} from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';
import { podsNotManagedByCilium } from './podsNotManagedByCilium';

const endpoint = (name: string) => ({ metadata: { name, namespace: 'apps' } });
const web = (options: object = {}) =>
  pod('web', { ip: '10.0.1.9', owned: true, ...options });
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

judges(podsNotManagedByCilium, [
  {
    what: 'a pod without an endpoint',
    given: with_(web()),
    said: ['warning Node/a'],
    says: '1 pod on node a is not managed',
  },
  {
    what: 'CoreDNS without an endpoint',
    given: with_(web({ labels: { 'k8s-app': 'kube-dns' } })),
    said: ['critical Node/a'],
  },
  {
    what: 'with its endpoint',
    given: { ...with_(web()), ciliumendpoints: [endpoint('web')] },
  },
  {
    what: 'two on one node are one finding',
    given: with_(web(), pod('api', { ip: '10.0.1.10' })),
    said: ['warning Node/a'],
    says: '2 pods',
  },
  { what: 'just started', given: with_(web({ age: 59 })) },
  { what: 'ended', given: with_(web({ phase: 'Succeeded' })) },
  { what: 'no address yet', given: with_(web({ ip: undefined })) },
  { what: 'host network', given: with_(web({ hostNetwork: true })) },
  { what: 'going', given: with_(web({ deleted: true })) },
  {
    what: 'on Fargate',
    given: {
      ...elsewhere(),
      nodes: [
        node('b'),
        node('a', { labels: { 'eks.amazonaws.com/compute-type': 'fargate' } }),
      ],
    },
  },
  {
    what: 'on Windows',
    given: {
      ...elsewhere(),
      nodes: [
        node('b'),
        node('a', { labels: { 'kubernetes.io/os': 'windows' } }),
      ],
    },
  },
  {
    what: 'on EKS Auto Mode, which the agent is kept off',
    given: {
      ...elsewhere(),
      daemonsets: [agentSet({ affinity: notOn('auto') })],
      nodes: [
        node('b'),
        node('a', { labels: { 'eks.amazonaws.com/compute-type': 'auto' } }),
      ],
    },
  },
  {
    what: 'on Windows nodes alone',
    given: {
      pods: [web()],
      nodes: [node('a', { labels: { 'kubernetes.io/os': 'windows' } })],
    },
    state: 'notApplicable',
  },
  {
    what: 'where it is not known whether the agent belongs',
    given: {
      ...elsewhere(),
      daemonsets: [agentSet({ nodeSelector: { team: 'a' } })],
      nodes: [node('a'), node('b')],
    },
    state: 'unknown',
    says: "whether Cilium's agent belongs on node a is not known",
  },
  {
    what: 'no restart while the agent does not work',
    given: { pods: [agentPod('a', { ready: false }), web()] },
    said: ['warning Node/a'],
    offersNot: /delete pod/,
  },
  {
    what: 'no restart where the agent writes no endpoint at all',
    given: with_(web()),
    said: ['warning Node/a'],
    offersNot: /delete pod/,
  },
  {
    what: 'a restart where the agent works, of what a controller starts anew',
    given: {
      ...with_(web(), pod('bare', { ip: '10.0.1.8' }), served),
      ciliumendpoints: [endpoint('served')],
    },
    said: ['warning Node/a'],
    offers: 'kubectl -n apps delete pod web',
    offersNot: /delete pod bare/,
  },
  {
    what: 'where Cilium writes no endpoints',
    given: {
      ...with_(web()),
      configmaps: [config({ 'disable-endpoint-crd': 'true' })],
    },
    state: 'notApplicable',
  },
  {
    what: 'on a silent node',
    given: { ...with_(web()), nodes: [node('a', { ready: 'Unknown' })] },
  },
]);
