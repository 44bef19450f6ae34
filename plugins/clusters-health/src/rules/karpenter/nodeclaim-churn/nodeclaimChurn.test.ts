import { describeRule } from '../../../testing/describeRule';
import { emptyMemory, Memory } from '../../../rule/memory';
import { ago, karpenterEvent } from '../../../testing/world';
import { nodeclaimChurn } from './nodeclaimChurn';

const remembering = (names: string[]): Memory => ({
  ...emptyMemory(),
  at: Date.parse(ago(1)),
  deletedClaims: names.map((name, i) => ({
    name: `general-${name}`,
    pool: 'general',
    createdAt: Date.parse(ago(10)) + i * 30_000,
    initialized: true,
    deletedAt: Date.parse(ago(4)),
  })),
});
const promise = (name: string) =>
  karpenterEvent(
    'Pod',
    'web',
    'Nominated',
    `Pod should schedule on: nodeclaim/general-${name}`,
    3,
  );

describeRule(nodeclaimChurn, [
  {
    name: 'fires on a burst that memory has seen',
    memory: remembering(['a', 'b', 'c']),
    state: 'fired',
    severity: 'warning',
    says: '3 NodeClaims',
  },
  {
    name: 'passes below three',
    memory: remembering(['a', 'b']),
    state: 'pass',
  },
  {
    name: 'does not count claims without capacity',
    memory: remembering(['a', 'b', 'c']),
    world: {
      events: [
        karpenterEvent(
          'NodeClaim',
          'general-b',
          'InsufficientCapacityError',
          'x',
          9,
        ),
      ],
    },
    state: 'pass',
  },
  {
    name: 'fires on one pod that was promised three nodes',
    world: { events: ['a', 'b', 'c'].map(promise) },
    state: 'fired',
  },
]);
