import { describeRule } from '../../../testing/describeRule';
import {
  ago,
  condition,
  karpenterEvent,
  merge,
  nodeClaim,
  nodePool,
  waitingPod,
  youngClaim,
} from '../../../testing/world';
import { nodeclaimNotRegistering } from './nodeclaimNotRegistering';

const launched = (minutes: number) =>
  youngClaim(
    'general-2',
    minutes,
    condition('Launched', 'True', minutes),
    condition(
      'Registered',
      'Unknown',
      minutes,
      'NodeNotFound',
      'Node not registered with cluster',
    ),
  );

const metal = (minutes: number) =>
  merge(launched(minutes), {
    metadata: { labels: { 'node.kubernetes.io/instance-type': 'c5n.metal' } },
  });

/**
 * A NodeClaim that was created 30 minutes ago and deleted the given number of
 * minutes later.
 */
const ended = (lived: number, registered = 'Unknown') =>
  nodeClaim('general-2', {
    metadata: {
      creationTimestamp: ago(30),
      deletionTimestamp: ago(30 - lived),
    },
    status: {
      providerID: 'aws:///eu-west-1a/i-0123456789abcdef0',
      conditions: [
        condition('Launched', 'True', 29),
        condition('Registered', registered, 29),
      ],
    },
  });
const turned = (name: string, type: string, minutes: number) =>
  karpenterEvent(
    'NodeClaim',
    name,
    type,
    `Status condition transitioned, Type: ${type}, Status: Unknown -> True, Reason: ${type}`,
    minutes,
  );
const interrupted = (name: string) =>
  karpenterEvent('NodeClaim', name, 'SpotInterrupted', 'warning', 28);

describeRule(nodeclaimNotRegistering, [
  {
    name: 'fires on an instance that ended right after its launch',
    world: { nodeclaims: [nodeClaim(), ended(2)] },
    said: ['warning NodePool/general'],
    says: '1 instance of NodePool general was launched and ended before joining',
    offers: 'describe-instances --instance-ids i-0123456789abcdef0',
  },
  {
    name: 'is critical when pods have waited for 5 minutes',
    world: { nodeclaims: [ended(2)], pods: [waitingPod('web', 6)] },
    said: ['critical NodePool/general'],
  },
  {
    name: 'is a warning while pods have waited for less',
    world: { nodeclaims: [ended(2)], pods: [waitingPod('web', 4.9)] },
    said: ['warning NodePool/general'],
  },
  {
    name: 'fires on an instance that ended shortly before 15 minutes',
    world: { nodeclaims: [ended(14.9)] },
    said: ['warning NodePool/general'],
  },
  {
    name: 'leaves out an instance that Karpenter removed after 15 minutes',
    world: { nodeclaims: [ended(15)] },
    state: 'pass',
  },
  {
    name: 'leaves out an instance that had joined',
    world: { nodeclaims: [ended(2, 'True')] },
    state: 'pass',
  },
  {
    name: 'leaves out an instance with a Spot interruption',
    world: { nodeclaims: [ended(2)], events: [interrupted('general-2')] },
    state: 'pass',
  },
  {
    name: 'leaves out instances of a pool that is being deleted',
    world: {
      nodepools: [
        nodePool('general', { metadata: { deletionTimestamp: ago(28) } }),
      ],
      nodeclaims: [ended(2)],
    },
    state: 'pass',
  },
  {
    name: 'finds deleted NodeClaims by their events',
    world: {
      events: [
        turned('general-aaaaa', 'Launched', 40),
        turned('general-bbbbb', 'Launched', 30),
      ],
    },
    said: ['warning NodePool/general'],
    says: '2 instances of NodePool general were launched and ended before joining',
    offers: 'Values=general',
  },
  {
    name: 'ignores a single deleted NodeClaim',
    world: { events: [turned('general-aaaaa', 'Launched', 40)] },
    state: 'pass',
  },
  {
    name: 'leaves out deleted NodeClaims that had joined',
    world: {
      events: ['general-aaaaa', 'general-bbbbb'].flatMap(name => [
        turned(name, 'Launched', 40),
        turned(name, 'Registered', 39),
      ]),
    },
    state: 'pass',
  },
  {
    name: 'warns after 3 minutes',
    world: { nodeclaims: [launched(3.1)] },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'warns for 10 minutes',
    world: { nodeclaims: [launched(9.9)] },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'is critical after 10',
    world: { nodeclaims: [launched(10.1)] },
    state: 'fired',
    severity: 'critical',
    says: 'deletes it at 15 min',
    offers: 'SecurityGroups',
  },
  {
    name: 'waits for 3 minutes',
    world: { nodeclaims: [launched(2.9)] },
    state: 'pass',
  },
  {
    name: 'waits longer for bare metal',
    world: { nodeclaims: [metal(12)] },
    state: 'pass',
  },
  {
    name: 'warns of bare metal later',
    world: { nodeclaims: [metal(12.1)] },
    state: 'fired',
    severity: 'warning',
    offers: 'API server',
  },
  {
    name: 'is critical for bare metal a minute before Karpenter removes it',
    world: { nodeclaims: [metal(14.1)] },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'leaves two nodes of one id to L10',
    world: {
      nodeclaims: [
        youngClaim(
          'general-2',
          11,
          condition('Launched', 'True', 11),
          condition('Registered', 'False', 11, 'MultipleNodesFound'),
        ),
      ],
    },
    state: 'pass',
  },
]);
