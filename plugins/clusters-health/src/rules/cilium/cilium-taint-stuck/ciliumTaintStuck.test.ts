import { ciliumTaintStuck } from './ciliumTaintStuck';
import {
  agentPod,
  ago,
  config,
  node,
  startupTaint,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const fresh = (age: number, extra: object = {}) =>
  node('a', { age, taints: [startupTaint], network: undefined, ...extra });
const again = [{ key: startupTaint.key, effect: 'NoSchedule' }];

describeRule(
  ciliumTaintStuck,
  [
    {
      name: 'a new node after more than 5 minutes',
      world: { nodes: [fresh(301)] },
      said: ['warning Node/a'],
    },
    { name: 'a new node at 5 minutes', world: { nodes: [fresh(300)] } },
    {
      name: 'a new node after more than 15 minutes',
      world: { nodes: [fresh(901)] },
      said: ['critical Node/a'],
    },
    {
      name: 'a node in service whose agent just restarted',
      world: {
        nodes: [node('a', { age: 90_000, taints: again })],
        pods: [agentPod('a', { ready: false, since: 20 })],
      },
    },
    {
      name: 'a node in service whose agent has been away',
      world: {
        nodes: [node('a', { age: 90_000, taints: again })],
        pods: [agentPod('a', { ready: false, since: 400 })],
      },
      said: ['warning Node/a'],
    },
    {
      name: 'a node in service, agent ready, taint there: a first look cannot tell',
      world: { nodes: [node('a', { age: 90_000, taints: again })] },
      state: 'unknown',
      says: 'second look',
    },
    {
      name: 'the same for 16 minutes',
      world: { nodes: [node('a', { age: 90_000, taints: again })] },
      for: 960,
      said: ['critical Node/a'],
    },
    {
      name: 'the taint says since when',
      world: {
        nodes: [
          node('a', { taints: [{ ...startupTaint, timeAdded: ago(400) }] }),
        ],
      },
      said: ['warning Node/a'],
    },
    {
      name: 'another key as configured',
      world: {
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
      name: 'a node that goes',
      world: { nodes: [fresh(901, { deleted: true })] },
    },
    {
      name: 'a silent node',
      world: { nodes: [fresh(901, { ready: 'Unknown' })] },
    },
  ],
  ciliumTable,
);
