import { describeRule } from '../../../testing/describeRule';
import { condition, heldFor, nodePool } from '../../../testing/world';
import { nodepoolClassMissing } from './nodepoolClassMissing';

const withReason = (reason: string, minutes: number) =>
  nodePool('general', {
    status: {
      conditions: [condition('NodeClassReady', 'False', minutes, reason)],
    },
  });

const ofTypo = {
  nodepools: [
    nodePool('general', {
      spec: { template: { spec: { nodeClassRef: { name: 'typo' } } } },
    }),
  ],
};

describeRule(nodepoolClassMissing, [
  {
    name: 'fires on NodeClassNotFound',
    world: { nodepools: [withReason('NodeClassNotFound', 2)] },
    state: 'fired',
    severity: 'critical',
    says: 'does not exist',
  },
  {
    name: 'fires on NodeClassTerminating',
    world: { nodepools: [withReason('NodeClassTerminating', 2)] },
    state: 'fired',
    says: 'being deleted',
  },
  {
    name: 'waits for a minute',
    world: { nodepools: [withReason('NodeClassNotFound', 0.5)] },
    state: 'pass',
  },
  {
    name: 'sees by itself that the class is missing',
    world: ofTypo,
    memory: heldFor('pool-class/general', 1),
    state: 'fired',
    says: 'typo',
  },
  {
    name: 'does not take the time of a True for the time of the loss',
    world: ofTypo,
    state: 'unknown',
    says: 'second look',
  },
]);
