import type { NodeView } from '@clusterworks/plugin-clusters-common';
import { HOUR_MS, DAY_MS } from '../../format';
import type { NodeSize } from './nodeGroups';

/** What can decide the shade of a node. */
export const NODE_SHADES = ['requested', 'age', 'capacityType'] as const;
/** What decides the shade of a node. */
export type NodeShade = (typeof NODE_SHADES)[number];

/**
 * A step of a scale, from light to dark; nodes below `under` have this step,
 * unless they have an earlier one.
 */
type Step = { level: number; under: number };

const REQUESTED: readonly Step[] = [
  { level: 1, under: 0.25 },
  { level: 2, under: 0.5 },
  { level: 3, under: 0.75 },
  { level: 4, under: 0.9 },
  { level: 5, under: Infinity },
];
const AGES: readonly Step[] = [
  { level: 1, under: HOUR_MS },
  { level: 2, under: DAY_MS },
  { level: 3, under: 7 * DAY_MS },
  { level: 4, under: 30 * DAY_MS },
  { level: 5, under: Infinity },
];
const CAPACITY_LEVELS: Record<string, number> = {
  ...{ spot: 1, 'on-demand': 3, reserved: 5 },
};

/** The share of a node that pods request: of its memory, else of its CPU. */
export function requestedShare(
  node: NodeView,
  size: NodeSize,
): number | undefined {
  const [whole, part] =
    size === 'memory'
      ? [node.memory, node.memoryRequested]
      : [node.cpu, node.cpuRequested];
  return whole && part !== undefined ? part / whole : undefined;
}

/** How long a node exists, in milliseconds. */
export function nodeAge(node: NodeView, now: number): number | undefined {
  const created = Date.parse(node.createdAt ?? '');
  return Number.isNaN(created) ? undefined : Math.max(0, now - created);
}

function levelIn(
  steps: readonly Step[],
  value: number | undefined,
): number | undefined {
  return value === undefined
    ? undefined
    : steps.find(({ under }) => value < under)?.level;
}

/**
 * The shade of a node, 1 (light) to 5 (dark); `undefined` when it is not known.
 *
 * @param size - by memory, the shares are those of the memory
 * @param now - milliseconds since 1970
 */
export function shadeLevel(
  node: NodeView,
  shade: NodeShade,
  size: NodeSize,
  now: number,
): number | undefined {
  switch (shade) {
    case 'age':
      return levelIn(AGES, nodeAge(node, now));
    case 'capacityType':
      return Object.hasOwn(CAPACITY_LEVELS, node.capacityType ?? '')
        ? CAPACITY_LEVELS[node.capacityType ?? '']
        : undefined;
    default:
      return levelIn(REQUESTED, requestedShare(node, size));
  }
}

/** A line of the legend: the bounds of a scale, or a capacity type. */
export type LegendStep =
  | { level: number; from: number; under: number }
  | { level: number; name: string };

/** The steps of a scale, from light to dark. */
export function legendSteps(shade: NodeShade): LegendStep[] {
  if (shade === 'capacityType') {
    return Object.entries(CAPACITY_LEVELS).map(([name, level]) => ({
      ...{ level, name },
    }));
  }
  const steps = shade === 'age' ? AGES : REQUESTED;
  return steps.map(({ level, under }, index) => ({
    ...{ level, under },
    from: index > 0 ? steps[index - 1].under : 0,
  }));
}
