import { ciliumOperator } from '@clusterworks/kube-fixtures';
import { ciliumOperatorDown } from './ciliumOperatorDown';
import {
  agentPod,
  lease,
  node,
  operator,
  pod,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const operatorPod = (options: object) =>
  pod('cilium-operator-1', options, ciliumOperator());
const refused = {
  type: 'ReplicaFailure',
  status: 'True',
  reason: 'FailedCreate',
  message: 'failed calling webhook "check.example": no endpoints available',
};
const two = { nodes: [node('a'), node('b')] };

describeRule(
  ciliumOperatorDown,
  [
    {
      name: 'no replica available',
      world: { deployments: [operator({ desired: 2, ready: 0 })] },
      said: ['critical Deployment/cilium-operator'],
      says: 'no available replica of 2',
    },
    {
      name: 'scaled to zero',
      world: { deployments: [operator({ desired: 0 })] },
      said: ['critical Deployment/cilium-operator'],
      says: 'scaled to zero',
    },
    {
      name: 'one of two',
      world: { ...two, deployments: [operator({ desired: 2, ready: 1 })] },
      said: ['warning Deployment/cilium-operator'],
      says: '1 of 2 replicas',
    },
    {
      name: 'one of two in a cluster with one node',
      world: { deployments: [operator({ desired: 2, ready: 1 })] },
    },
    {
      name: 'one of two during a rollout',
      world: {
        ...two,
        deployments: [operator({ desired: 2, ready: 1, updated: 1 })],
      },
    },
    {
      name: 'one of two in a rollout that hangs',
      world: {
        ...two,
        deployments: [operator({ desired: 2, ready: 1, updated: 1 })],
      },
      for: 330,
      said: ['warning Deployment/cilium-operator'],
    },
    {
      name: 'a leader that hangs',
      world: { leases: [lease(31)] },
      said: ['critical Deployment/cilium-operator'],
      says: 'does not renew',
    },
    { name: 'a Lease of just below 30 s', world: { leases: [lease(29)] } },
    {
      name: 'stopped in an orderly way just now: Lease of one second',
      world: { leases: [lease(10, '', 1)] },
    },
    {
      name: 'stopped in an orderly way half a minute ago',
      world: { leases: [lease(29, '', 1)] },
    },
    {
      name: 'stopped in an orderly way, without a successor',
      world: { leases: [lease(40, '', 1)] },
      said: ['critical Deployment/cilium-operator'],
      says: 'no leader',
    },
    {
      name: 'offers no restart of an operator without pods',
      world: { deployments: [operator({ desired: 2, ready: 0 })] },
      said: ['critical Deployment/cilium-operator'],
      offersNot: /rollout restart/,
    },
    {
      name: 'a new installation that is still starting',
      world: { deployments: [operator({ desired: 2, ready: 0, age: 299 })] },
      state: 'unknown',
      says: 'installed a moment ago',
    },
    {
      name: 'a new installation that does not start',
      world: { deployments: [operator({ desired: 2, ready: 0, age: 300 })] },
      said: ['critical Deployment/cilium-operator'],
    },
    {
      name: 'a new installation that crashes',
      world: {
        deployments: [operator({ desired: 2, ready: 0, age: 120 })],
        pods: [
          agentPod('a'),
          operatorPod({ age: 110, restarts: 3, waiting: 'CrashLoopBackOff' }),
        ],
      },
      said: ['critical Deployment/cilium-operator'],
    },
    {
      name: 'crashes at start: offers the last log, never a restart',
      world: {
        deployments: [operator({ desired: 2, ready: 0 })],
        leases: [lease(300)],
        pods: [
          agentPod('a'),
          operatorPod({ age: 600, restarts: 6, waiting: 'CrashLoopBackOff' }),
        ],
      },
      said: ['critical Deployment/cilium-operator'],
      says: /no available replica of 2: it crashes again and again/,
      offers: 'logs cilium-operator-1 -c cilium-operator --previous',
      offersNot: /rollout restart/,
    },
    {
      name: 'a leader that crashes between two renewals is not restarted',
      world: {
        leases: [lease(60)],
        pods: [
          agentPod('a'),
          operatorPod({ age: 600, restarts: 6, waiting: 'CrashLoopBackOff' }),
        ],
      },
      said: ['critical Deployment/cilium-operator'],
      says: 'does not renew its Lease: it crashes',
      offersNot: /rollout restart/,
    },
    {
      name: 'a new version that the API server refuses',
      world: {
        deployments: [
          operator({ desired: 2, ready: 2, updated: 0, conditions: [refused] }),
        ],
      },
      said: ['warning Deployment/cilium-operator'],
      says: 'not rolled out: 0 of 2 replicas are new: its pods are not created',
    },
    {
      name: 'no replica, and the API server says why',
      world: {
        deployments: [
          operator({ desired: 2, ready: 0, conditions: [refused] }),
        ],
      },
      said: ['critical Deployment/cilium-operator'],
      says: 'webhook check.example does not answer',
    },
    {
      name: 'crashes once an hour, and runs at this moment',
      world: {
        pods: [
          agentPod('a'),
          operatorPod({ age: 26 * 3600, restarts: 25, ended: 120 }),
        ],
      },
      said: ['warning Deployment/cilium-operator'],
      says: '25 restarts in 26 h',
      offers: 'logs cilium-operator-1 -c cilium-operator --previous',
      offersNot: /rollout restart/,
    },
    {
      name: 'crashed in its first day, months ago',
      world: {
        pods: [
          agentPod('a'),
          operatorPod({ age: 90 * 86400, restarts: 25, ended: 89 * 86400 }),
        ],
      },
    },
    { name: 'no Lease', world: { leases: [] } },
    {
      name: 'Leases forbidden: no pass',
      world: { leases: 'forbidden' },
      state: 'unknown',
    },
    {
      name: 'no operator',
      world: { deployments: [] },
      state: 'unknown',
      says: 'no Cilium operator',
    },
  ],
  ciliumTable,
);
