import {
  ago,
  ciliumAgent,
  daemonSet,
  karpenterController,
  kubeletEvent,
  type KubeObject,
} from '@clusterworks/kube-fixtures';
import { daemonPodName, standardCluster } from '../../world';
import { fault } from '../Case';

function refusedPods(
  kind: string,
  name: string,
  namespace: string,
  message: string,
): KubeObject {
  return kubeletEvent(
    { apiVersion: 'apps/v1', kind, name, namespace },
    { reason: 'FailedCreate', message: `Error creating: ${message}` },
    { firstAt: ago('12m'), at: ago('1m'), count: 15 },
  );
}

/** The API server refuses the agent's pods on a new node: Pod Security. */
export const podSecurityRefusesAgents = fault({
  name: 'pod-security-refuses-agents',
  source:
    'https://kubernetes.io/docs/concepts/security/pod-security-admission/',
  why: 'kube-system was labelled pod-security.kubernetes.io/enforce=baseline 12 minutes ago. The agent of a node that joined then cannot be made; agents that run go on.',
  verdict: 'critical',
  verdictAlso: ['degraded'],
  root: ['cilium/D01'],
  rootsMax: 1,
  mistakenFor: ['cilium/D03', 'cilium/D02', 'karpenter/L2'],
  neutral: ['cilium/D09', 'karpenter/L3', 'clusterworks/cilium-pods-running'],
  says: ['baseline|[Pp]od ?[Ss]ecurity'],
  firstRemedySays: ['namespace'],
  firstRemedyNot: ['rollout restart', 'delete'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('general-5', {
      createdAt: ago('13m'),
      joinedAt: ago('12m'),
      networkReadyAt: null,
    });
    cluster.remove('CiliumNode', machine.nodeName);
    cluster.remove('Pod', daemonPodName('cilium', machine));
    cluster.put(
      daemonSet(ciliumAgent(cluster.facts), {
        scheduled: 7,
        ready: 6,
        status: { currentNumberScheduled: 6 },
      }),
      refusedPods(
        'DaemonSet',
        'cilium',
        'kube-system',
        'pods "cilium-x7k2p" is forbidden: violates PodSecurity "baseline:latest": host namespaces (hostNetwork=true), hostPath volumes',
      ),
    );
    return cluster;
  },
});

/** A LimitRange refuses the new version of Karpenter; the old one serves. */
export const limitRangeRefusesNewKarpenter = fault({
  name: 'limit-range-refuses-new-karpenter',
  source: 'https://kubernetes.io/docs/concepts/policy/limit-range/',
  why: 'The new version of Karpenter asks for 2 GiB of memory, and a LimitRange allows 1. Its ReplicaSet cannot make a pod since 12 minutes; the old version serves with both replicas.',
  verdict: 'degraded',
  root: ['karpenter/C1'],
  rootsMax: 1,
  mistakenFor: ['karpenter/C2', 'karpenter/C3'],
  says: ['LimitRange|maximum memory'],
  firstRemedyNot: ['rollout restart', 'delete', 'scale'],
  build: () => {
    const cluster = standardCluster();
    const { karpenterNamespace } = cluster.facts;
    const message =
      'pods "karpenter-new77-abcde" is forbidden: maximum memory usage per Container is 1Gi, but limit is 2Gi';
    cluster.edit('Deployment', karpenterController(cluster.facts).name, {
      metadata: { generation: 5 },
      status: {
        observedGeneration: 5,
        updatedReplicas: 0,
        unavailableReplicas: 1,
        conditions: [
          {
            type: 'Available',
            status: 'True',
            reason: 'MinimumReplicasAvailable',
            message: 'Deployment has minimum availability.',
            lastTransitionTime: ago('6h'),
            lastUpdateTime: ago('6h'),
          },
          {
            type: 'ReplicaFailure',
            status: 'True',
            reason: 'FailedCreate',
            message,
            lastTransitionTime: ago('12m'),
            lastUpdateTime: ago('12m'),
          },
        ],
      },
    });
    cluster.put(
      refusedPods('ReplicaSet', 'karpenter-new77', karpenterNamespace, message),
    );
    return cluster;
  },
});
