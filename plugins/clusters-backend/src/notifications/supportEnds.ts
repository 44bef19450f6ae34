import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { minorOf, supportEndOf } from '@clusterworks/plugin-clusters-spec';

const DAY_MS = 86_400_000;

const COMPONENTS = [
  ['kubernetes', 'Kubernetes', 'standard support of Kubernetes'],
  ['karpenter', 'Karpenter', 'support of Karpenter'],
  ['cilium', 'Cilium', 'support of Cilium'],
] as const;

/** When the support of a component of a cluster ends. */
export interface SupportEnd {
  component: 'kubernetes' | 'karpenter' | 'cilium';
  /** Its name for people. */
  name: string;
  /** What ends: `support of Cilium 1.17`. */
  what: string;
  /** Minor version, as observed. */
  minor: string;
  /** The last day, YYYY-MM-DD. */
  end: string;
  /** Whole days until that day begins; 0 on that day, negative afterwards. */
  days: number;
}

/**
 * When the support of what runs in a cluster ends; `unknown` has the components
 * whose version is not known.
 *
 * @param now - milliseconds since 1970
 */
export function supportEnds(
  { versions }: Pick<FleetRow, 'versions'>,
  now: number,
): { ends: SupportEnd[]; unknown: SupportEnd['component'][] } {
  const ends: SupportEnd[] = [];
  const unknown: SupportEnd['component'][] = [];
  for (const [component, name, what] of COMPONENTS) {
    const { observed } = versions[component];
    const minor = minorOf(observed);
    const end = supportEndOf(component, minor);
    if (minor === undefined) {
      unknown.push(component);
    } else if (end !== undefined) {
      const days = Math.ceil((Date.parse(`${end}T00:00:00Z`) - now) / DAY_MS);
      ends.push({
        component,
        name,
        what: `${what} ${minor}`,
        minor,
        end,
        days,
      });
    }
  }
  return { ends, unknown };
}

/** Days in words: `tomorrow`, `in 12 days`. */
export function inDays(days: number): string {
  switch (days) {
    case 0:
      return 'today';
    case 1:
      return 'tomorrow';
    default:
      return `in ${days} days`;
  }
}
