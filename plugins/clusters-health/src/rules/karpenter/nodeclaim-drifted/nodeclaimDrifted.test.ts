import { describeRule } from '../../../testing/describeRule';
import {
  condition,
  karpenterEvent,
  nodeClaim,
  nodePool,
} from '../../../testing/world';
import { nodeclaimDrifted } from './nodeclaimDrifted';

const old = (name: string, minutes: number) =>
  nodeClaim(name, {
    status: {
      conditions: [
        condition('Initialized', 'True'),
        condition('Drifted', 'True', minutes, 'AMIDrift', 'AMIDrift'),
      ],
    },
  });

const blocked = (minutes: number) =>
  karpenterEvent(
    'NodePool',
    'general',
    'DisruptionBlocked',
    'No allowed disruptions due to blocking budget',
    minutes,
  );

describeRule(nodeclaimDrifted, [
  {
    name: 'notes drift, once per pool',
    world: { nodeclaims: [old('general-1', 60), old('general-2', 50)] },
    state: 'fired',
    severity: 'info',
    says: '2 nodes of NodePool general are drifted (AMIDrift)',
  },
  {
    name: 'is info for a day',
    world: { nodeclaims: [old('general-1', 24 * 60)] },
    state: 'fired',
    severity: 'info',
  },
  {
    name: 'warns after a day',
    world: { nodeclaims: [old('general-1', 24 * 60 + 1)] },
    state: 'fired',
    severity: 'warning',
    says: 'the oldest for 24 h',
  },
  {
    name: 'shows the message of Karpenter of the last ten minutes about the blocker',
    world: {
      nodeclaims: [old('general-1', 60)],
      events: [blocked(9.9)],
    },
    state: 'fired',
    shows: 'No allowed disruptions',
  },
  {
    name: 'does not show older messages',
    world: {
      nodeclaims: [old('general-1', 60)],
      events: [blocked(10.1)],
    },
    state: 'fired',
    showsNot: /No allowed disruptions/,
  },
  {
    name: 'names the limit of a static pool that leaves no room',
    world: {
      nodeclaims: [old('general-1', 72 * 60), old('general-2', 72 * 60)],
      nodepools: [
        nodePool('general', {
          spec: { replicas: 2, limits: { nodes: '2' } },
          status: { nodes: 2, resources: { nodes: '2' } },
        }),
      ],
    },
    state: 'fired',
    severity: 'warning',
    says: 'the limit of 2 nodes leaves no room',
    offers: 'Raise spec.limits.nodes',
    offersNot: /Karpenter replaces them/,
  },
  {
    name: 'does not mention a limit with room for one more',
    world: {
      nodeclaims: [old('general-1', 72 * 60)],
      nodepools: [
        nodePool('general', {
          spec: { replicas: 2, limits: { nodes: '3' } },
          status: { nodes: 2, resources: { nodes: '2' } },
        }),
      ],
    },
    state: 'fired',
    severity: 'warning',
    offers: 'Karpenter replaces them within the budgets',
  },
  {
    name: 'treats an absent condition as no drift',
    world: { nodeclaims: [nodeClaim()] },
    state: 'pass',
  },
]);
