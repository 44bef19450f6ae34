import type { Verdict } from '@clusterworks/plugin-clusters-common';
import type { Random } from '../world/time/Random';

/** A time in which something was wrong with a cluster. */
export interface Incident {
  /** Milliseconds since 1970. */
  from: number;
  until: number;
  verdict: Extract<Verdict, 'degraded' | 'critical'>;
  headline: string;
}

const MINUTE_MS = 60_000;

const kinds: Pick<Incident, 'verdict' | 'headline'>[] = [
  {
    verdict: 'degraded',
    headline: 'NodePool general is at its CPU limit: 4 pods wait',
  },
  {
    verdict: 'degraded',
    headline: 'A node has been draining for 40 minutes',
  },
  {
    verdict: 'critical',
    headline: 'Karpenter has no leader: no node is launched or removed',
  },
  {
    verdict: 'degraded',
    headline: 'cilium-operator is throttled by EC2',
  },
];

const SHORTEST_MINUTES = 20;
const LONGEST_MINUTES = 90;

/** An incident that begins and ends within a span of time. */
export function incidentIn(
  random: Random,
  from: number,
  until: number,
): Incident {
  const latest = until - LONGEST_MINUTES * MINUTE_MS;
  const begin = from + Math.floor(random.next() * (latest - from));
  const minutes = random.integer(SHORTEST_MINUTES, LONGEST_MINUTES);
  return {
    from: begin,
    until: begin + minutes * MINUTE_MS,
    ...kinds[random.integer(0, kinds.length - 1)],
  };
}
