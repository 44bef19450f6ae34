import { describeRule } from '../../../testing/describeRule';
import {
  ago,
  condition,
  merge,
  nodeClaim,
  nodePool,
} from '../../../testing/world';
import { nodepoolBudgetBlocks } from './nodepoolBudgetBlocks';

const withBudgets = (budgets: unknown) =>
  nodePool('general', { spec: { disruption: { budgets } } });
const driftedClaim = nodeClaim('general-1', {
  status: {
    conditions: [
      condition('Initialized', 'True'),
      condition('Drifted', 'True', 30, 'AMIDrift'),
    ],
  },
});

describeRule(nodepoolBudgetBlocks, [
  {
    name: 'notes a budget of zero',
    world: { nodepools: [withBudgets([{ nodes: '0' }])] },
    state: 'fired',
    severity: 'info',
    says: 'lets no node go',
  },
  {
    name: 'warns when drifted nodes wait for ever',
    world: {
      nodepools: [withBudgets([{ nodes: '0' }])],
      nodeclaims: [driftedClaim],
    },
    state: 'fired',
    severity: 'warning',
    says: '1 drifted',
  },
  {
    name: 'does not count a drifted node that is being deleted',
    world: {
      nodepools: [withBudgets([{ nodes: '0' }])],
      nodeclaims: [
        merge(driftedClaim, { metadata: { deletionTimestamp: ago(1) } }),
      ],
    },
    state: 'fired',
    severity: 'info',
  },
  {
    name: 'notes a window and its end, also with drift',
    world: {
      nodepools: [
        withBudgets([{ nodes: '0', schedule: '0 9 * * *', duration: '8h' }]),
      ],
      nodeclaims: [driftedClaim],
    },
    state: 'fired',
    severity: 'info',
    says: 'until 2026-11-22T17:00Z',
  },
  {
    name: 'passes outside of the window',
    world: {
      nodepools: [
        withBudgets([{ nodes: '0', schedule: '0 13 * * *', duration: '8h' }]),
      ],
    },
    state: 'pass',
  },
  {
    name: 'passes with 10 % of one node, which rounds up',
    world: { nodepools: [withBudgets([{ nodes: '10%' }])] },
    state: 'pass',
  },
  {
    name: 'passes without nodes',
    world: { nodepools: [withBudgets([{ nodes: '0' }])], nodeclaims: [] },
    state: 'pass',
  },
  {
    name: 'is unknown for a budget that cannot be read',
    world: {
      nodepools: [
        withBudgets([{ nodes: '0', schedule: 'never', duration: '1h' }]),
      ],
    },
    state: 'unknown',
  },
]);
