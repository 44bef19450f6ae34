import type { ClusterState } from './ClusterState';

/** The scheduler's words for a pod that fits on no node. */
export function noRoom({ machines }: ClusterState): string {
  const nodes = [...machines].filter(({ node }) => node.registeredAt);
  const tainted = nodes.filter(({ node }) => node.taints?.length).length;
  const full = nodes.length - tainted;
  const list = (...parts: [number, string][]) =>
    parts
      .filter(([count]) => count > 0)
      .map(([count, text]) => `${count} ${text}`)
      .join(', ');
  const why = list(
    [full, 'Insufficient cpu'],
    [tainted, 'node(s) had untolerated taint(s)'],
  );
  const preemption = list(
    [full, 'No preemption victims found for incoming pod'],
    [tainted, 'Preemption is not helpful for scheduling'],
  );
  const none = `0/${nodes.length} nodes are available`;
  return `${none}: ${why}. no new claims to deallocate, preemption: ${none}: ${preemption}.`;
}
