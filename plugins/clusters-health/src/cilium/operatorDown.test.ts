import { operatorDown } from './operatorDown';
import { lease, node, operator } from './testCluster';
import { judges } from './testRows';

const two = { nodes: [node('a'), node('b')] };

judges(operatorDown, [
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
