import type { NodeView } from '@clusterworks/plugin-clusters-common';

/** By what nodes are put together. */
export type ShareGroup = 'capacityType' | 'nodePool';

/** More groups than this are one. */
const MOST_GROUPS = 5;

/** A part of all nodes; shares are from 0 to 1. */
export type Share = {
  /** Absent of nodes that belong to no group, `null` of smaller groups. */
  name: string | undefined | null;
  cpu: number;
  cpuShare: number;
  memoryShare: number;
};

/** The shares of all nodes, the largest first. */
export type Shares = {
  shares: Share[];
  cpu: number;
  /** Nodes that do not report their size. */
  unknown: number;
};

type Sum = { name: Share['name']; cpu: number; memory: number };

/**
 * The shares of vCPU and memory that groups of nodes have. They follow the cost
 * only roughly, because prices are not known.
 */
export function shareGroups(
  nodes: readonly NodeView[],
  group: ShareGroup,
): Shares {
  const sums = new Map<string | undefined, Sum>();
  const total = { cpu: 0, memory: 0 };
  let unknown = 0;
  for (const node of nodes) {
    const { cpu, memory } = node;
    if (cpu === undefined || memory === undefined) {
      unknown += 1;
    } else {
      const name = node[group];
      const sum = sums.get(name) ?? { name, cpu: 0, memory: 0 };
      sum.cpu += cpu;
      sum.memory += memory;
      total.cpu += cpu;
      total.memory += memory;
      sums.set(name, sum);
    }
  }
  const sorted = [...sums.values()].sort(
    (a, b) => b.cpu - a.cpu || (a.name ?? '').localeCompare(b.name ?? ''),
  );
  const rest = sorted.slice(MOST_GROUPS);
  const shown: Sum[] =
    rest.length === 0
      ? sorted
      : [
          ...sorted.slice(0, MOST_GROUPS),
          rest.reduce(
            (sum, { cpu, memory }) => ({
              ...{ name: null, cpu: sum.cpu + cpu },
              memory: sum.memory + memory,
            }),
            { name: null, cpu: 0, memory: 0 },
          ),
        ];
  return {
    shares: shown.map(({ name, cpu, memory }) => ({
      ...{ name, cpu },
      cpuShare: total.cpu > 0 ? cpu / total.cpu : 0,
      memoryShare: total.memory > 0 ? memory / total.memory : 0,
    })),
    ...{ cpu: total.cpu, unknown },
  };
}
