import { describeRule } from '../../../testing/describeRule';
import {
  ago,
  ciliumDaemonSet,
  ciliumOperatorDeployment,
  karpenterDeployment,
  nodeClaim,
  nodeClass,
  nodePool,
  node,
  type World,
} from '../../../testing/world';
import { buildingOverdue } from './buildingOverdue';

const DAY = 24 * 60;
const born = (minutes: number) => ({
  metadata: { creationTimestamp: ago(minutes) },
});

/**
 * All parts of a cluster whose building began the given number of minutes ago.
 */
const begun = (minutes: number, change: World = {}): World => ({
  nodes: [
    node('system-1', {
      metadata: {
        creationTimestamp: ago(minutes),
        labels: { 'karpenter.sh/nodepool': undefined },
      },
    }),
  ],
  deployments: [
    karpenterDeployment(born(minutes)),
    ciliumOperatorDeployment(born(minutes)),
  ],
  daemonsets: [ciliumDaemonSet(born(minutes))],
  nodepools: [nodePool('general', born(minutes))],
  ec2nodeclasses: [nodeClass('default', born(minutes))],
  nodeclaims: [],
  ciliumnodes: [],
  pods: [],
  ...change,
});
const noPool = { nodepools: [] };
const silent = (minutes: number) => ({
  nodes: [
    node('system-1', {
      metadata: { creationTimestamp: ago(minutes) },
      status: { conditions: [] },
    }),
  ],
});

describeRule(buildingOverdue, [
  {
    name: 'names the missing parts, in the order in which they are built',
    world: begun(22, {
      nodepools: [],
      ec2nodeclasses: [],
      deployments: [ciliumOperatorDeployment(born(22))],
    }),
    said: ['warning Cluster/test'],
    says: 'has been under construction for 22 min (expected: 15 min): it still waits for Karpenter (then an EC2NodeClass, a NodePool)',
    offers: 'app.kubernetes.io/name=karpenter',
  },
  {
    name: 'is critical while no node is Ready',
    world: begun(22, silent(22)),
    said: ['critical Cluster/test'],
    says: 'waits for a Ready node',
    offers: 'kubectl get nodes',
  },
  {
    name: 'fires from 15 minutes on',
    world: begun(15, noPool),
    state: 'fired',
  },
  {
    name: 'passes just before 15 minutes',
    world: begun(14.9, noPool),
    state: 'pass',
  },
  {
    name: 'fires within the first day',
    world: begun(DAY - 1, noPool),
    state: 'fired',
  },
  {
    name: 'leaves older clusters to other rules',
    world: begun(DAY, noPool),
    state: 'pass',
  },
  { name: 'passes for a complete cluster', world: begun(22), state: 'pass' },
  {
    name: 'passes for a cluster that has lost its pools',
    world: begun(60, { nodepools: [], nodeclaims: [nodeClaim()] }),
    state: 'pass',
  },
  {
    name: 'does not require Karpenter when it is not installed',
    world: begun(22, { deployments: [ciliumOperatorDeployment(born(22))] }),
    states: { nodepools: 'notInstalled', ec2nodeclasses: 'notInstalled' },
    state: 'unknown',
  },
  {
    name: 'does not require Cilium when it is not installed',
    world: begun(22, {
      deployments: [karpenterDeployment(born(22))],
      daemonsets: [],
    }),
    states: { ciliumnodes: 'notInstalled' },
    state: 'pass',
  },
  {
    name: 'does not assume an age for an object without a creation time',
    world: begun(22, {
      nodepools: [],
      daemonsets: [
        ciliumDaemonSet({ metadata: { creationTimestamp: undefined } }),
      ],
    }),
    state: 'pass',
  },
]);
