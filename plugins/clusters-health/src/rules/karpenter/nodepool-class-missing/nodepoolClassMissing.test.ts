import { describeRule } from '../../../testing/describeRule';
import {
  ago,
  condition,
  heldFor,
  nodeClass,
  nodePool,
} from '../../../testing/world';
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
    world: {
      nodepools: [withReason('NodeClassNotFound', 2)],
      ec2nodeclasses: [],
    },
    state: 'fired',
    severity: 'critical',
    says: 'does not exist',
    offers: 'Re-create the class',
  },
  {
    name: 'prefers the list of classes to an old condition',
    world: { nodepools: [withReason('NodeClassNotFound', 2)] },
    state: 'pass',
  },
  {
    name: 'uses the condition when classes cannot be read',
    world: { nodepools: [withReason('NodeClassNotFound', 2)] },
    states: { ec2nodeclasses: 'forbidden' },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'fires on NodeClassTerminating',
    world: {
      nodepools: [withReason('NodeClassTerminating', 2)],
      ec2nodeclasses: [
        nodeClass('default', { metadata: { deletionTimestamp: ago(2) } }),
      ],
    },
    state: 'fired',
    says: 'being deleted',
    offers: 'a class of another name',
    offersNot: /Re-create the class/,
  },
  {
    name: 'waits for a minute',
    world: {
      nodepools: [withReason('NodeClassNotFound', 0.5)],
      ec2nodeclasses: [],
    },
    state: 'pass',
  },
  {
    name: 'finds a missing class in the list of classes',
    world: ofTypo,
    memory: heldFor('pool-class/general', 1),
    state: 'fired',
    says: 'typo',
  },
  {
    name: 'does not use the time of a True condition as the time of the loss',
    world: ofTypo,
    state: 'unknown',
    says: 'second look',
  },
]);
