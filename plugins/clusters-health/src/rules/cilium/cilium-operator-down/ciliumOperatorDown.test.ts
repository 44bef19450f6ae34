import { ciliumOperatorDown } from './ciliumOperatorDown';
import {
  agentPod,
  lease,
  node,
  operator,
  pod,
} from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

const operatorPod = (options: object) =>
  pod('cilium-operator-1', {
    labels: { 'io.cilium/app': 'operator' },
    ...options,
  });
const two = { nodes: [node('a'), node('b')] };

judges(ciliumOperatorDown, [
  {
    what: 'no replica available',
    given: { deployments: [operator({ desired: 2, ready: 0 })] },
    said: ['critical Deployment/cilium-operator'],
    says: 'no available replica of 2',
  },
  {
    what: 'scaled to zero',
    given: { deployments: [operator({ desired: 0 })] },
    said: ['critical Deployment/cilium-operator'],
    says: 'scaled to zero',
  },
  {
    what: 'one of two',
    given: { ...two, deployments: [operator({ desired: 2, ready: 1 })] },
    said: ['warning Deployment/cilium-operator'],
    says: '1 of 2 replicas',
  },
  {
    what: 'one of two on one node is a bootstrap',
    given: { deployments: [operator({ desired: 2, ready: 1 })] },
  },
  {
    what: 'one of two during a rollout',
    given: {
      ...two,
      deployments: [operator({ desired: 2, ready: 1, updated: 1 })],
    },
  },
  {
    what: 'one of two in a rollout that does not end',
    given: {
      ...two,
      deployments: [operator({ desired: 2, ready: 1, updated: 1 })],
    },
    for: 330,
    said: ['warning Deployment/cilium-operator'],
  },
  {
    what: 'a leader that hangs',
    given: { leases: [lease(31)] },
    said: ['critical Deployment/cilium-operator'],
    says: 'does not renew',
  },
  { what: 'a Lease of just below 30 s', given: { leases: [lease(29)] } },
  {
    what: 'stopped in order, a moment ago: Lease of one second',
    given: { leases: [lease(10, '', 1)] },
  },
  {
    what: 'stopped in order, nobody came',
    given: { leases: [lease(40, '', 1)] },
    said: ['critical Deployment/cilium-operator'],
    says: 'no leader',
  },
  {
    what: 'a restart of an operator that has no pod would help nobody',
    given: { deployments: [operator({ desired: 2, ready: 0 })] },
    said: ['critical Deployment/cilium-operator'],
    offersNot: /rollout restart/,
  },
  {
    what: 'crashes once an hour, and runs at this moment',
    given: {
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
    what: 'crashed in its first day, months ago',
    given: {
      pods: [
        agentPod('a'),
        operatorPod({ age: 90 * 86400, restarts: 25, ended: 89 * 86400 }),
      ],
    },
  },
  { what: 'no Lease', given: { leases: [] } },
  {
    what: 'Leases forbidden: no pass',
    given: { leases: 'forbidden' },
    state: 'unknown',
  },
  {
    what: 'no operator',
    given: { deployments: [] },
    state: 'unknown',
    says: 'no Cilium operator',
  },
]);
