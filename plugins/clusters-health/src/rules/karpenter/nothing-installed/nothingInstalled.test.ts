import { describeRule } from '../../../testing/describeRule';
import {
  ago,
  karpenterDeployment,
  node,
  nodePool,
} from '../../../testing/world';
import { nothingInstalled } from './nothingInstalled';

const installed = (minutes: number) => ({
  nodepools: [],
  deployments: [
    karpenterDeployment({ metadata: { creationTimestamp: ago(minutes) } }),
  ],
});
const joined = (minutes: number) => ({
  nodepools: [],
  deployments: [],
  nodes: [node('general-1', { metadata: { creationTimestamp: ago(minutes) } })],
});

const autoPool = nodePool('auto', {
  spec: {
    template: { spec: { nodeClassRef: { group: 'eks.amazonaws.com' } } },
  },
});

describeRule(nothingInstalled, [
  {
    name: 'fires without a NodePool',
    world: { nodepools: [] },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'fires without an EC2NodeClass',
    world: { ec2nodeclasses: [] },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'is info while the cluster is being built',
    world: installed(14),
    state: 'fired',
    severity: 'info',
    says: 'no NodePool yet: Karpenter was installed 14 min ago',
  },
  {
    name: 'fires after the usual time for applying pools',
    world: installed(15),
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'is info before Karpenter is installed',
    world: joined(3),
    state: 'fired',
    severity: 'info',
    says: 'the first node joined 3 min ago',
  },
  {
    name: 'fires when Karpenter was never installed',
    world: joined(15),
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'fires when the age of the cluster is not known',
    world: { nodepools: [] },
    states: { deployments: 'forbidden', nodes: 'forbidden' },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'notes that Karpenter is not installed',
    states: { nodepools: 'notInstalled', ec2nodeclasses: 'notInstalled' },
    state: 'fired',
    severity: 'info',
    count: 2,
  },
  {
    name: 'leaves out a cluster whose pools are all of EKS Auto Mode',
    world: { nodepools: [autoPool] },
    state: 'notApplicable',
  },
  {
    name: 'does not treat a forbidden source as empty',
    states: { nodepools: 'forbidden' },
    state: 'unknown',
  },
]);
