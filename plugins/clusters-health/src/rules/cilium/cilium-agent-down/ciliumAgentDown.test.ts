import { ciliumAgentDown } from './ciliumAgentDown';
import {
  agentPod,
  ciliumNode,
  healthy,
  look,
  node,
  now,
} from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

judges(ciliumAgentDown, [
  {
    what: 'crashes',
    given: {
      pods: [
        agentPod('a', { ready: false, since: 5, waiting: 'CrashLoopBackOff' }),
      ],
    },
    said: ['critical Pod/cilium-a'],
    says: 'crashes again and again',
  },
  {
    what: 'crashes once an hour, and runs at this moment',
    given: {
      pods: [agentPod('a', { age: 26 * 3600, restarts: 25, ended: 120 })],
    },
    said: ['warning Pod/cilium-a'],
    says: '25 restarts in 26 h',
  },
  {
    what: 'crashed in its first day, months ago',
    given: {
      pods: [
        agentPod('a', { age: 90 * 86400, restarts: 25, ended: 89 * 86400 }),
      ],
    },
  },
  {
    what: 'not ready for 4 minutes',
    given: { pods: [agentPod('a', { ready: false, since: 240 })] },
    said: ['critical Pod/cilium-a'],
    says: 'is not ready',
  },
  {
    what: 'not ready for just below 4 minutes',
    given: { pods: [agentPod('a', { ready: false, since: 239 })] },
  },
  {
    what: 'waits for addresses for 4 minutes: D07 speaks from 5 on',
    given: {
      pods: [agentPod('a', { ready: false, since: 280 })],
      ciliumnodes: [ciliumNode('a', { enis: [0], up: false })],
    },
  },
  {
    what: 'waits for addresses for 5 minutes',
    given: {
      pods: [agentPod('a', { ready: false, since: 300 })],
      ciliumnodes: [ciliumNode('a', { enis: [0], up: false })],
    },
    said: ['critical Pod/cilium-a'],
  },
  {
    what: 'an ending pod is left out',
    given: { pods: [agentPod('a', { ready: false, deleted: true })] },
  },
  {
    what: 'a silent kubelet is no fault of the agent',
    given: {
      nodes: [node('a', { ready: 'Unknown' })],
      pods: [agentPod('a', { ready: false })],
    },
  },
  {
    what: 'a node that goes is left out',
    given: {
      nodes: [node('a', { deleted: true })],
      pods: [agentPod('a', { ready: false })],
    },
  },
]);

describe('restarts', () => {
  it.each([
    [2, []],
    [3, ['critical Pod/cilium-a']],
  ])('%d more than an hour ago', (rise, said) => {
    const before = look(
      ciliumAgentDown,
      { ...healthy(), pods: [agentPod('a', { restarts: 1 })] },
      { at: now - 1800_000 },
    );
    const after = look(
      ciliumAgentDown,
      { pods: [agentPod('a', { restarts: 1 + rise })] },
      { memory: before.memory },
    );
    expect(after.said).toEqual(said);
  });
});
