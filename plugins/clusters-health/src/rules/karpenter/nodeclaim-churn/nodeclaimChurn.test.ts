import { describeRule } from '../../../testing/describeRule';
import type { Memory } from '../../../rule/memory';
import { emptyMemory } from '../../../rule/memory';
import { ago, karpenterEvent, nodePool } from '../../../testing/world';
import { nodeclaimChurn } from './nodeclaimChurn';

/**
 * Deleted NodeClaims; with the minutes between the first and the last, and the
 * lifetime of each in minutes.
 */
const remembering = (
  names: string[],
  { within = 1, lived = 6, created = 12 } = {},
): Memory => ({
  ...emptyMemory(),
  at: Date.parse(ago(1)),
  deletedClaims: names.map((name, i) => {
    const minutes = created - (i * within) / (names.length - 1);
    return {
      name: `general-${name}`,
      pool: 'general',
      createdAt: Date.parse(ago(minutes)),
      initialized: true,
      deletedAt: Date.parse(ago(minutes - lived)),
    };
  }),
});
const promise = (name: string, minutes = 3) =>
  karpenterEvent(
    'Pod',
    'web',
    'Nominated',
    `Pod should schedule on: nodeclaim/general-${name}`,
    minutes,
  );
const refusal = (minutes: number) =>
  karpenterEvent(
    'NodeClaim',
    'general-b',
    'InsufficientCapacityError',
    'x',
    minutes,
  );

/**
 * Events of a node: launched the given number of minutes ago, removed after the
 * given lifetime in minutes.
 */
const life = (name: string, launched: number, lived: number, why = 'Empty') => [
  karpenterEvent(
    'NodeClaim',
    name,
    'Launched',
    'Status condition transitioned, Type: Launched, Status: Unknown -> True, Reason: Launched',
    launched,
  ),
  karpenterEvent(
    'NodeClaim',
    name,
    'DisruptionTerminating',
    `Disrupting NodeClaim: ${why}`,
    launched - lived,
  ),
];
const lives = (count: number, lived: number, every = 5) =>
  Array.from({ length: count }, (_, i) =>
    life(`general-${i}aaaa`, 55 - i * every, lived),
  ).flat();

describeRule(nodeclaimChurn, [
  {
    name: 'notes nodes that are launched and removed within an hour',
    world: { events: lives(5, 4) },
    state: 'fired',
    severity: 'info',
    says: '5 within the last hour, none in service for longer than 4 min (Empty)',
    offers: 'consolidateAfter',
    offersNot: /startupTaints/,
  },
  {
    name: 'passes below five nodes',
    world: { events: lives(4, 4) },
    state: 'pass',
  },
  {
    name: 'leaves out nodes that started together',
    world: {
      events: ['a', 'b', 'c', 'd', 'e'].flatMap(name =>
        life(`general-${name}`, 30, 4),
      ),
    },
    state: 'pass',
  },
  {
    name: 'notes nodes whose launches span 15 minutes',
    world: { events: lives(5, 4, 3.75) },
    state: 'fired',
    severity: 'info',
  },
  {
    name: 'leaves out nodes whose launches span less than 15 minutes',
    world: { events: lives(5, 4, 3.7) },
    state: 'pass',
  },
  {
    name: 'counts nodes that lived for ten minutes',
    world: { events: lives(5, 10) },
    state: 'fired',
  },
  {
    name: 'leaves out nodes that lived for longer',
    world: { events: lives(5, 10.1) },
    state: 'pass',
  },
  {
    name: 'leaves out nodes that Karpenter did not remove by itself',
    world: {
      events: lives(5, 4).filter(event => event.reason === 'Launched'),
    },
    state: 'pass',
  },
  {
    name: 'counts each pool by itself',
    world: {
      nodepools: [nodePool(), nodePool('gpu')],
      events: [
        ...lives(4, 4),
        ...life('gpu-1aaaa', 20, 4),
        ...life('gpu-2aaaa', 10, 4),
      ],
    },
    state: 'pass',
  },
  {
    name: 'fires on a burst of deleted NodeClaims in the memory',
    memory: remembering(['a', 'b', 'c']),
    state: 'fired',
    severity: 'warning',
    says: '3 NodeClaims',
  },
  {
    name: 'counts launches within two minutes as a burst',
    memory: remembering(['a', 'b', 'c'], { within: 2 }),
    state: 'fired',
  },
  {
    name: 'does not count launches over more than two minutes as a burst',
    memory: remembering(['a', 'b', 'c'], { within: 2.1 }),
    state: 'pass',
  },
  {
    name: 'counts NodeClaims that lived for ten minutes',
    memory: remembering(['a', 'b', 'c'], { lived: 10 }),
    state: 'fired',
  },
  {
    name: 'leaves out NodeClaims that lived for longer',
    memory: remembering(['a', 'b', 'c'], { lived: 10.1 }),
    state: 'pass',
  },
  {
    name: 'passes below three NodeClaims',
    memory: remembering(['a', 'b']),
    state: 'pass',
  },
  {
    name: 'does not count claims without capacity',
    memory: remembering(['a', 'b', 'c']),
    world: { events: [refusal(9)] },
    state: 'pass',
  },
  {
    name: 'counts a refusal for half an hour, like the NodeClaims themselves',
    memory: remembering(['a', 'b', 'c'], { created: 31, lived: 2 }),
    world: { events: [refusal(29.9)] },
    state: 'pass',
  },
  {
    name: 'does not count older refusals',
    memory: remembering(['a', 'b', 'c'], { created: 31, lived: 2 }),
    world: { events: [refusal(30.1)] },
    state: 'fired',
  },
  {
    name: 'fires on one pod that was nominated for three nodes',
    world: { events: ['a', 'b', 'c'].map(name => promise(name, 9.9)) },
    state: 'fired',
  },
  {
    name: 'leaves out a nomination after ten minutes',
    world: { events: [promise('a', 10.1), promise('b'), promise('c')] },
    state: 'pass',
  },
]);
