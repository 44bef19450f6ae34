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
  pod('cilium-operator-1', {
    labels: { 'io.cilium/app': 'operator' },
    ...options,
  });
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
      name: 'one of two on one node is a bootstrap',
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
      name: 'one of two in a rollout that does not end',
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
      name: 'stopped in order, a moment ago: Lease of one second',
      world: { leases: [lease(10, '', 1)] },
    },
    {
      name: 'stopped in order, nobody came',
      world: { leases: [lease(40, '', 1)] },
      said: ['critical Deployment/cilium-operator'],
      says: 'no leader',
    },
    {
      name: 'a restart of an operator that has no pod would help nobody',
      world: { deployments: [operator({ desired: 2, ready: 0 })] },
      said: ['critical Deployment/cilium-operator'],
      offersNot: /rollout restart/,
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
      offers: 'logs cilium-operator-1 -c cilium-agent --previous',
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
