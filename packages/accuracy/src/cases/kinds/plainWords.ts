import { ago, service } from '@clusterworks/kube-fixtures';
import {
  addWaitingPods,
  backOff,
  daemonPodName,
  launchRefused,
  lostClaim,
  standardCluster,
} from '../../world';
import { fault } from '../Case';

/** One launch was refused, in the singular. */
export const oneLaunchRefused = fault({
  name: 'one-launch-refused',
  source: 'https://karpenter.sh/docs/troubleshooting/',
  why: 'One launch was refused three minutes ago for want of rights (UnauthorizedOperation); the pod waits since seven minutes. One launch is one launch.',
  verdict: 'degraded',
  verdictAlso: ['critical'],
  root: ['karpenter/L8', 'karpenter/L1', 'clusterworks/pods-waiting'],
  rootsMax: 1,
  mistakenFor: ['karpenter/P3', 'karpenter/P5'],
  neutral: ['clusterworks/pods-waiting'],
  says: ['UnauthorizedOperation|rights'],
  saysNot: ['1 launches', '1 pods', 'no capacity'],
  build: () => {
    const cluster = standardCluster();
    cluster.put(
      launchRefused(
        'general',
        0,
        'UnauthorizedOperation: You are not authorized to perform this operation. User: arn:aws:sts::111122223333:assumed-role/karpenter/1 is not authorized to perform: ec2:RunInstances',
        ago('3m'),
      ),
    );
    addWaitingPods(cluster, service('pricing', 'shop'), {
      since: '7m',
      nominated: {
        claimName: lostClaim('general', 0).name,
        createdAt: ago('3m'),
      },
    });
    return cluster;
  },
});

/** An init container of an agent fails: its log is the one to read. */
export const initContainerOfAgentFails = fault({
  name: 'init-container-of-agent-fails',
  source: 'https://docs.cilium.io/en/stable/operations/troubleshooting/',
  why: 'The init container mount-bpf-fs of the agent on a node that joined 18 minutes ago ends with 32: /sys/fs/bpf cannot be mounted there. The log of cilium-agent is empty, as it never ran.',
  verdict: 'critical',
  root: ['cilium/D02'],
  rootsMax: 1,
  mistakenFor: ['cilium/D03', 'cilium/D10', 'karpenter/L2'],
  neutral: [
    'cilium/D09',
    'cilium/D07',
    'cilium/D01',
    'karpenter/L3',
    'clusterworks/cilium-pods-running',
  ],
  says: ['mount-bpf-fs', '32'],
  firstRemedySays: ['-c mount-bpf-fs'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('general-5', {
      createdAt: ago('19m'),
      joinedAt: ago('18m'),
      networkReadyAt: null,
    });
    cluster.remove('CiliumNode', machine.nodeName);
    const name = daemonPodName('cilium', machine);
    cluster.put(
      backOff(name, 'kube-system', 'mount-bpf-fs', {
        firstAt: ago('17m'),
        at: ago('1m'),
        count: 40,
      }),
    );
    cluster.edit('Pod', name, {
      status: {
        phase: 'Pending',
        initContainerStatuses: [
          {
            name: 'mount-bpf-fs',
            image: 'quay.io/cilium/cilium:v1.19.9',
            imageID: '',
            ready: false,
            restartCount: 8,
            started: false,
            lastState: {
              terminated: {
                exitCode: 32,
                reason: 'Error',
                startedAt: ago('4m'),
                finishedAt: ago('3m'),
              },
            },
            state: { waiting: { reason: 'CrashLoopBackOff' } },
          },
        ],
        containerStatuses: [
          {
            name: 'cilium-agent',
            image: 'quay.io/cilium/cilium:v1.19.9',
            imageID: '',
            ready: false,
            restartCount: 0,
            started: false,
            lastState: {},
            state: { waiting: { reason: 'PodInitializing' } },
          },
        ],
      },
    });
    return cluster;
  },
});
