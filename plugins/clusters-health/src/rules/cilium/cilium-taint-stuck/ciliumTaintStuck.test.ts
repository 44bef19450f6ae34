import { ciliumTaintStuck } from './ciliumTaintStuck';
import {
  agentPod,
  ago,
  config,
  node,
  startupTaint,
} from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

const fresh = (age: number, extra: object = {}) =>
  node('a', { age, taints: [startupTaint], network: undefined, ...extra });
const again = [{ key: startupTaint.key, effect: 'NoSchedule' }];

judges(ciliumTaintStuck, [
  {
    what: 'a new node after more than 5 minutes',
    given: { nodes: [fresh(301)] },
    said: ['warning Node/a'],
  },
  { what: 'a new node at 5 minutes', given: { nodes: [fresh(300)] } },
  {
    what: 'a new node after more than 15 minutes',
    given: { nodes: [fresh(901)] },
    said: ['critical Node/a'],
  },
  {
    what: 'a node in service whose agent just restarted',
    given: {
      nodes: [node('a', { age: 90_000, taints: again })],
      pods: [agentPod('a', { ready: false, since: 20 })],
    },
  },
  {
    what: 'a node in service whose agent has been away',
    given: {
      nodes: [node('a', { age: 90_000, taints: again })],
      pods: [agentPod('a', { ready: false, since: 400 })],
    },
    said: ['warning Node/a'],
  },
  {
    what: 'a node in service, agent ready, taint there: a first look cannot tell',
    given: { nodes: [node('a', { age: 90_000, taints: again })] },
    state: 'unknown',
    says: 'second look',
  },
  {
    what: 'the same for 16 minutes',
    given: { nodes: [node('a', { age: 90_000, taints: again })] },
    for: 960,
    said: ['critical Node/a'],
  },
  {
    what: 'the taint says since when',
    given: {
      nodes: [
        node('a', { taints: [{ ...startupTaint, timeAdded: ago(400) }] }),
      ],
    },
    said: ['warning Node/a'],
  },
  {
    what: 'another key as configured',
    given: {
      configmaps: [config({ 'agent-not-ready-taint-key': 'acme.io/net' })],
      nodes: [
        node('a', {
          age: 400,
          network: undefined,
          taints: [{ key: 'acme.io/net', effect: 'NoExecute' }],
        }),
      ],
    },
    said: ['warning Node/a'],
  },
  {
    what: 'a node that goes',
    given: { nodes: [fresh(901, { deleted: true })] },
  },
  {
    what: 'a silent node',
    given: { nodes: [fresh(901, { ready: 'Unknown' })] },
  },
]);
