import { ago, runningNode } from '@clusterworks/kube-fixtures';
import {
  clusterOf,
  healthy,
  startupTaint,
} from '../testing/cilium/testCluster';
import { viewCluster } from './viewCluster';

/** A node that took a minute, and when it said that its network is up. */
function startOf(networkReadyAt: string, change: object = {}) {
  const parts = runningNode('general-1', {
    createdAt: ago('600s'),
    launchedAt: ago('597s'),
    registeredAt: ago('570s'),
    initializedAt: ago('540s'),
    networkReadyAt,
    ...change,
  });
  return parts;
}

function karpenterOf(parts: ReturnType<typeof startOf>) {
  const { karpenter } = viewCluster(
    clusterOf({ ...healthy(), ...parts }),
    ago('0s'),
  );
  const stages = (karpenter.bootTimes ?? [])
    .filter(({ nodePool }) => nodePool === undefined)
    .map(({ stage, p50 }) => [stage, p50]);
  return { claim: karpenter.nodeClaims?.[0], stages };
}

describe('networkReadyAt', () => {
  it('is when Cilium reported the network during the start', () => {
    const { claim, stages } = karpenterOf(startOf(ago('545s')));
    expect(Date.parse(claim?.networkReadyAt ?? '')).toBe(
      Date.parse(ago('545s')),
    );
    expect(stages).toEqual([
      ['launching', 3],
      ['registering', 27],
      ['network', 25],
      ['initializing', 5],
      ['total', 60],
    ]);
  });

  it('is not known when the condition changed again after the start', () => {
    const { claim, stages } = karpenterOf(startOf(ago('20s')));
    expect(claim).toMatchObject({ stage: 'ready' });
    expect(claim?.networkReadyAt).toBeUndefined();
    expect(stages).toEqual([
      ['launching', 3],
      ['registering', 27],
      ['total', 60],
    ]);
  });

  it('is not there while the startup taint of Cilium is', () => {
    const parts = startOf(ago('545s'), { initializedAt: null });
    const [node] = parts.nodes;
    const { claim } = karpenterOf({
      ...parts,
      nodes: [
        { ...node, spec: { ...Object(node.spec), taints: [startupTaint] } },
      ],
    });
    expect(claim).toMatchObject({ stage: 'network' });
    expect(claim?.networkReadyAt).toBeUndefined();
  });
});
