import { agentPod, config, node, pod } from './testCluster';
import { judges } from './testRows';
import { unmanagedPods } from './unmanagedPods';

const endpoint = (name: string) => ({ metadata: { name, namespace: 'apps' } });
const web = (options: object = {}) =>
  pod('web', { ip: '10.0.1.9', ...options });
const with_ = (...pods: object[]) => ({ pods: [agentPod('a'), ...pods] });

judges(unmanagedPods, [
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
      ...with_(web()),
      nodes: [
        node('a', { labels: { 'eks.amazonaws.com/compute-type': 'fargate' } }),
      ],
    },
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
