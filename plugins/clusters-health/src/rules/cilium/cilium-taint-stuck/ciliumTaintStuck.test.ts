import { ago } from '@clusterworks/kube-fixtures';
import { ciliumTaintStuck } from './ciliumTaintStuck';
import {
  agentPod,
  agentSet,
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
    {
      name: 'a node whose taint the agent does not tolerate',
      world: {
        nodes: [
          fresh(301, {
            taints: [
              startupTaint,
              { key: 'dedicated', value: 'batch', effect: 'NoSchedule' },
            ],
          }),
        ],
        pods: [],
        daemonsets: [
          agentSet({
            tolerations: [{ key: startupTaint.key, operator: 'Exists' }],
          }),
        ],
      },
      said: ['warning Node/a'],
      says: 'does not tolerate its taint dedicated, so none runs there',
      offers: 'take the start-up taint out of its NodePool',
      offersNot: /get pods/,
    },
    {
      name: 'a node with its agent, whatever the tolerations are now',
      world: {
        nodes: [fresh(301)],
        daemonsets: [agentSet({ tolerations: [] })],
      },
      said: ['warning Node/a'],
      says: /start-up taint$/,
    },
    { name: 'a new node at 5 minutes', world: { nodes: [fresh(300)] } },
    {
      name: 'a new node at 15 minutes',
      world: { nodes: [fresh(900)] },
      said: ['warning Node/a'],
    },
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
      name: 'a node in service whose agent was missing',
      world: {
        nodes: [node('a', { age: 90_000, taints: again })],
        pods: [agentPod('a', { ready: false, since: 400 })],
      },
      said: ['warning Node/a'],
    },
    {
      name: 'a node in service with a ready agent and the taint, at a first look',
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
      name: 'the taint has a time',
      world: {
        nodes: [
          node('a', { taints: [{ ...startupTaint, timeAdded: ago('400s') }] }),
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
      name: 'a node that is being deleted',
      world: { nodes: [fresh(901, { deleted: true })] },
    },
    {
      name: 'a silent node',
      world: { nodes: [fresh(901, { ready: 'Unknown' })] },
    },
  ],
  ciliumTable,
);
