import { NOW } from '@clusterworks/kube-fixtures';
import { nextMemory } from '../../../assess/nextMemory';
import { RuleContext } from '../../../rule/RuleContext';
import { ciliumAgentDown } from './ciliumAgentDown';
import {
  agentPod,
  ciliumNode,
  healthy,
  clusterOf,
  node,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule, runRule } from '../../../testing/describeRule';

describeRule(
  ciliumAgentDown,
  [
    {
      name: 'crashes',
      world: {
        pods: [
          agentPod('a', {
            ready: false,
            since: 5,
            waiting: 'CrashLoopBackOff',
          }),
        ],
      },
      said: ['critical Pod/cilium-a'],
      says: 'crashes again and again',
    },
    {
      name: 'crashes once an hour, and runs at this moment',
      world: {
        pods: [agentPod('a', { age: 26 * 3600, restarts: 25, ended: 120 })],
      },
      said: ['warning Pod/cilium-a'],
      says: '25 restarts in 26 h',
    },
    {
      name: 'crashed in its first day, months ago',
      world: {
        pods: [
          agentPod('a', { age: 90 * 86400, restarts: 25, ended: 89 * 86400 }),
        ],
      },
    },
    {
      name: 'not ready for 4 minutes',
      world: { pods: [agentPod('a', { ready: false, since: 240 })] },
      said: ['critical Pod/cilium-a'],
      says: 'is not ready',
    },
    {
      name: 'not ready for just below 4 minutes',
      world: { pods: [agentPod('a', { ready: false, since: 239 })] },
    },
    {
      name: 'waits for addresses for 4 minutes: D07 reports it after 5',
      world: {
        pods: [agentPod('a', { ready: false, since: 280 })],
        ciliumnodes: [ciliumNode('a', { enis: [0], up: false })],
      },
    },
    {
      name: 'waits for addresses for 5 minutes',
      world: {
        pods: [agentPod('a', { ready: false, since: 300 })],
        ciliumnodes: [ciliumNode('a', { enis: [0], up: false })],
      },
      said: ['critical Pod/cilium-a'],
    },
    {
      name: 'a terminating pod is left out',
      world: { pods: [agentPod('a', { ready: false, deleted: true })] },
    },
    {
      name: 'a silent kubelet is no fault of the agent',
      world: {
        nodes: [node('a', { ready: 'Unknown' })],
        pods: [agentPod('a', { ready: false })],
      },
    },
    {
      name: 'a node that is being deleted is left out',
      world: {
        nodes: [node('a', { deleted: true })],
        pods: [agentPod('a', { ready: false })],
      },
    },
  ],
  ciliumTable,
);

describe('restarts since an earlier look', () => {
  it.each([
    [2, 0],
    [3, 1],
  ])('%d more than half an hour ago', (rise, findings) => {
    const before = new RuleContext(
      clusterOf({ pods: [agentPod('a', { restarts: 1 })] }),
      Date.parse(NOW) - 1800_000,
      undefined,
    );
    const { drafts } = runRule(
      ciliumAgentDown,
      {
        world: { pods: [agentPod('a', { restarts: 1 + rise })] },
        memory: nextMemory(before, {}),
      },
      healthy(),
    );
    expect(drafts).toHaveLength(findings);
  });
});
