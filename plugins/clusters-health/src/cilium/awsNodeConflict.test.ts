import { awsNodeConflict } from './awsNodeConflict';
import { agentSet, config } from './testCluster';
import { judges } from './testRows';

const aws = (desired: number) => ({
  daemonsets: [agentSet({}), agentSet({ name: 'aws-node', desired })],
});

judges(awsNodeConflict, [
  {
    what: 'aws-node wants pods',
    given: aws(3),
    said: ['critical DaemonSet/aws-node'],
    says: 'on 3 nodes',
  },
  { what: 'aws-node wants none', given: aws(0) },
  {
    what: 'chained',
    given: {
      ...aws(3),
      configmaps: [config({ 'cni-chaining-mode': 'aws-cni' })],
    },
    state: 'notApplicable',
  },
  {
    what: 'not ENI',
    given: { ...aws(3), configmaps: [config({ ipam: 'cluster-pool' })] },
    state: 'notApplicable',
  },
  {
    what: 'no cilium-config',
    given: { ...aws(3), configmaps: [] },
    state: 'unknown',
  },
]);
