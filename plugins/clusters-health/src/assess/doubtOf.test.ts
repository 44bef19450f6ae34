import type { SourceState } from '@clusterworks/plugin-clusters-common';
import * as kube from '@clusterworks/kube-fixtures';
import {
  ciliumDaemonSet,
  ciliumOperatorDeployment,
  healthyWorld,
  karpenterDeployment,
  NOW,
  snapshotOf,
  type World,
} from '../testing/world';
import { assess } from './assess';
import { headlineOf } from './headlineOf';

const daemonSet = (desired: number, ready: number) => ({
  status: {
    desiredNumberScheduled: desired,
    currentNumberScheduled: desired,
    updatedNumberScheduled: desired,
    numberReady: ready,
    numberAvailable: ready,
    numberUnavailable: desired - ready,
  },
});
const agents = (desired: number, ready: number): World => ({
  daemonsets: [ciliumDaemonSet(daemonSet(desired, ready))],
});
const envoy = (desired: number, ready: number): World => ({
  daemonsets: [
    ciliumDaemonSet(),
    kube.daemonSet(kube.ciliumEnvoy(), daemonSet(desired, ready)),
  ],
});
const young = {
  metadata: { creationTimestamp: kube.ago('60s') },
  status: { availableReplicas: 0, readyReplicas: 0 },
};

function judge(
  world: World,
  pods: SourceState,
  looks: number,
): { verdict: string; says: string } {
  const snapshot = snapshotOf({ ...healthyWorld(), ...world }, { pods });
  let memory;
  for (let look = 0; ; look += 1) {
    const now = new Date(Date.parse(NOW) + look * 10_000).toISOString();
    const judged = assess(snapshot, memory, now);
    if (look === looks - 1) {
      const { assessment } = judged;
      return {
        verdict: assessment.verdict,
        says: headlineOf(assessment).text,
      };
    }
    memory = judged.memory;
  }
}

describe('a workload that every cluster needs', () => {
  const cannotBeRead = /reason cannot be read \(pods: forbidden\)$/;
  it.each([
    ['no agent is ready', agents(3, 0), 'ok', /cilium has 0 of 3 pods ready$/],
    ['no agent, pods forbidden', agents(3, 0), 'forbidden', cannotBeRead],
    [
      'one agent short, pods forbidden',
      agents(3, 2),
      'forbidden',
      cannotBeRead,
    ],
    ['Envoy, pods forbidden', envoy(3, 2), 'forbidden', cannotBeRead],
    [
      'agents whose DaemonSet has no status',
      { daemonsets: [ciliumDaemonSet({ status: undefined })] },
      'ok',
      /no status yet$/,
    ],
    [
      'an operator that was installed a moment ago',
      { deployments: [karpenterDeployment(), ciliumOperatorDeployment(young)] },
      'ok',
      /cilium-operator has 0 of 2 pods ready$/,
    ],
    [
      'a Karpenter that was installed a moment ago',
      { deployments: [karpenterDeployment(young), ciliumOperatorDeployment()] },
      'ok',
      /karpenter has 0 of 2 pods ready$/,
    ],
  ] as const)('is not called healthy: %s', (_, world, pods, says) => {
    for (const looks of [1, 2, 3]) {
      const judged = judge(world, pods, looks);
      expect(judged).toEqual({
        verdict: 'unknown',
        says: expect.stringMatching(says),
      });
    }
  });

  it.each([
    ['all agents, pods forbidden', agents(3, 3), 'forbidden'],
    ['one agent short, pods readable: a rollout', agents(3, 2), 'ok'],
    ['Envoy everywhere', envoy(3, 3), 'forbidden'],
  ] as const)('does not hide a healthy cluster: %s', (_, world, pods) => {
    expect(judge(world, pods, 1).verdict).toBe('healthy');
  });
});
