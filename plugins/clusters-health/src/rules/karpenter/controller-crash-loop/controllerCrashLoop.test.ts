import { describeRule } from '../../../testing/describeRule';
import { ago, karpenterPod } from '../../../testing/world';
import { controllerCrashLoop } from './controllerCrashLoop';

describeRule(controllerCrashLoop, [
  {
    name: 'fires on CrashLoopBackOff',
    world: {
      pods: [
        karpenterPod('karpenter-1', {
          status: {
            containerStatuses: [
              {
                name: 'controller',
                ready: false,
                restartCount: 7,
                state: { waiting: { reason: 'CrashLoopBackOff' } },
                lastState: {
                  terminated: {
                    reason: 'Error',
                    exitCode: 2,
                    finishedAt: ago(1),
                  },
                },
              },
            ],
          },
        }),
      ],
    },
    state: 'fired',
    severity: 'critical',
    says: '7 restarts',
  },
  {
    name: 'fires on a recent termination for lack of memory',
    world: {
      pods: [
        karpenterPod('karpenter-1', {
          status: {
            containerStatuses: [
              {
                name: 'controller',
                ready: true,
                restartCount: 1,
                state: { running: { startedAt: ago(28) } },
                lastState: {
                  terminated: {
                    reason: 'OOMKilled',
                    exitCode: 137,
                    finishedAt: ago(29),
                  },
                },
              },
            ],
          },
        }),
      ],
    },
    state: 'fired',
    says: 'out of memory',
  },
  {
    name: 'leaves out an old termination',
    world: {
      pods: [
        karpenterPod('karpenter-1', {
          status: {
            containerStatuses: [
              {
                name: 'controller',
                ready: true,
                restartCount: 1,
                lastState: {
                  terminated: {
                    reason: 'OOMKilled',
                    exitCode: 137,
                    finishedAt: ago(31),
                  },
                },
              },
            ],
          },
        }),
      ],
    },
    state: 'pass',
  },
  {
    name: 'does not apply without pods',
    world: { pods: [] },
    state: 'notApplicable',
  },
]);
