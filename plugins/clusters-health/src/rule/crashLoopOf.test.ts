import { RuleContext } from './RuleContext';
import type { Memory } from './memory';
import { emptyMemory } from './memory';
import {
  ago,
  karpenterEvent,
  karpenterLease,
  karpenterPod,
  NOW,
  snapshotOf,
} from '../testing/world';
import { crashLoopOf } from './crashLoopOf';

const DAY = 24 * 60;

interface Given {
  /** Minutes since the pod started. */
  age: number;
  restarts: number;
  /** Minutes since the last termination. */
  ended?: number;
  reason?: string;
  waiting?: string;
  /** Count of BackOff events, and minutes since the last one. */
  backOff?: [count: number, minutes: number];
  message?: string;
  deleted?: boolean;
  /** Minutes since the Lease was created, and how often its holder changed. */
  lease?: [age: number, transitions: number];
  memory?: Memory;
}

function judge(given: Given) {
  const { age, restarts, ended, backOff, lease } = given;
  const pod = karpenterPod('karpenter-1', {
    metadata: {
      creationTimestamp: ago(age),
      deletionTimestamp: given.deleted ? ago(1) : undefined,
    },
    status: {
      startTime: ago(age),
      containerStatuses: [
        {
          name: 'controller',
          ready: given.waiting === undefined,
          restartCount: restarts,
          state: given.waiting
            ? { waiting: { reason: given.waiting } }
            : { running: {} },
          lastState:
            ended === undefined
              ? {}
              : {
                  terminated: {
                    reason: given.reason ?? 'Error',
                    exitCode: 1,
                    finishedAt: ago(ended),
                  },
                },
        },
      ],
    },
  });
  const event = backOff
    ? [
        karpenterEvent(
          'Pod',
          'karpenter-1',
          'BackOff',
          given.message ??
            'Back-off restarting failed container controller in pod karpenter-1_kube-system(1)',
          backOff[1],
          { count: backOff[0], involvedObject: { namespace: 'kube-system' } },
        ),
      ]
    : [];
  const snapshot = snapshotOf({
    pods: [pod],
    events: event,
    leases: lease
      ? [
          karpenterLease(0.1, {
            metadata: { creationTimestamp: ago(lease[0]) },
            spec: { leaseTransitions: lease[1] },
          }),
        ]
      : [],
  });
  const ctx = new RuleContext(snapshot, Date.parse(NOW), given.memory);
  const [facts] = ctx.items('pods');
  const loop = crashLoopOf(ctx, facts, ctx.items('leases')[0]);
  return loop && `${loop.state}${loop.rapid ? ', rapid' : ''}`;
}

const seen = (count: number, minutes: number): Memory => ({
  ...emptyMemory(),
  restarts: {
    'pod-karpenter-1/controller': {
      count,
      at: Date.parse(NOW) - minutes * 60_000,
    },
  },
});

describe('crashLoopOf', () => {
  it.each([
    [
      'waits now',
      { age: 60, restarts: 1, waiting: 'CrashLoopBackOff' },
      'waiting, rapid',
    ],
    [
      'waits for its image',
      { age: 60, restarts: 0, waiting: 'ImagePullBackOff' },
      undefined,
    ],
    [
      'runs between two of 25 crashes of a day, held back 90 times in the last hour',
      { age: 26 * 60, restarts: 25, ended: 2, backOff: [90, 3] },
      'repeating, rapid',
    ],
    [
      'runs between two of 25 crashes of a day; events are gone',
      { age: 26 * 60, restarts: 25, ended: 2 },
      'repeating',
    ],
    [
      'has run for longer than twice its mean interval since',
      { age: 26 * 60, restarts: 25, ended: 125 },
      undefined,
    ],
    [
      'is at twice its mean interval',
      { age: 26 * 60, restarts: 25, ended: 110 },
      'repeating',
    ],
    [
      'restarted 25 times in its first day, months ago',
      { age: 90 * DAY, restarts: 25, ended: 89 * DAY },
      undefined,
    ],
    [
      'restarted 25 times in months, the last time a moment ago: a node was restarted',
      { age: 200 * DAY, restarts: 25, ended: 3 },
      undefined,
    ],
    [
      'restarts once in four hours',
      { age: 20 * 60 - 1, restarts: 5, ended: 1 },
      'repeating',
    ],
    [
      'restarts less than once in four hours',
      { age: 20 * 60 + 2, restarts: 5, ended: 1 },
      undefined,
    ],
    [
      'started with the cluster: four restarts until the API server was there',
      { age: 30, restarts: 4, ended: 12, backOff: [4, 13] },
      undefined,
    ],
    [
      'was held back three times a moment ago',
      { age: 30, restarts: 3, ended: 2, backOff: [3, 2] },
      'repeating, rapid',
    ],
    [
      'was held back twice',
      { age: 30, restarts: 3, ended: 2, backOff: [2, 2] },
      undefined,
    ],
    [
      'restarted twice',
      { age: 30, restarts: 2, ended: 2, backOff: [9, 2] },
      undefined,
    ],
    [
      'could not pull an image, which kubelet says with the same reason',
      {
        age: 30,
        restarts: 3,
        ended: 2,
        backOff: [9, 2],
        message: 'Back-off pulling image "x"',
      },
      undefined,
    ],
    [
      'an event of kubelet before 1.26, which names no container',
      {
        age: 30,
        restarts: 3,
        ended: 2,
        backOff: [9, 2],
        message: 'Back-off restarting failed container',
      },
      'repeating, rapid',
    ],
    [
      'does not say when it ended, and was held back a moment ago',
      { age: 30, restarts: 3, backOff: [9, 9] },
      'repeating, rapid',
    ],
    [
      'does not say when it ended, and was held back a while ago',
      { age: 30, restarts: 3, backOff: [9, 11] },
      undefined,
    ],
    [
      'three crashes, and a Lease that changed hands ten times in a day',
      { age: 200 * DAY, restarts: 3, ended: 2, lease: [DAY, 10] },
      'repeating',
    ],
    [
      'three crashes, and a Lease that changed hands ten times in months',
      { age: 200 * DAY, restarts: 3, ended: 2, lease: [200 * DAY, 10] },
      undefined,
    ],
    [
      'ended for want of memory within half an hour',
      { age: 60, restarts: 1, ended: 30, reason: 'OOMKilled' },
      'outOfMemory, rapid',
    ],
    [
      'ended for want of memory before',
      { age: 60, restarts: 1, ended: 31, reason: 'OOMKilled' },
      undefined,
    ],
    [
      'three restarts since an earlier look',
      { age: 90 * DAY, restarts: 28, ended: 20, memory: seen(25, 50) },
      'repeating, rapid',
    ],
    [
      'two restarts since an earlier look',
      { age: 90 * DAY, restarts: 27, ended: 20, memory: seen(25, 50) },
      undefined,
    ],
    [
      'ends in order',
      { age: 60, restarts: 9, waiting: 'CrashLoopBackOff', deleted: true },
      undefined,
    ],
    [
      'ended for want of memory, and was not restarted yet',
      { age: 60, restarts: 0, ended: 1, reason: 'OOMKilled' },
      'outOfMemory, rapid',
    ],
    ['never restarted', { age: 60, restarts: 0 }, undefined],
  ] as [string, Given, string | undefined][])('%s', (_, given, loop) => {
    expect(judge(given)).toBe(loop);
  });
});
