import { planWaves } from '../machine/planWaves';
import type { WaveState } from '../machine/WaveState';

/** A running wave of clusters `dev/a`; their identities are their names. */
export function waveOf(
  clusters: readonly string[],
  options: Partial<WaveState> = {},
): WaveState {
  const { atOnce = 1 } = options;
  const planned = clusters.map(each => {
    const [environment, cluster] = each.split('/');
    return { environment, cluster };
  });
  return {
    id: 'w',
    change: { what: 'kubernetes', to: '1.35' },
    status: 'running',
    since: 0,
    startedBy: 'user:default/jane',
    startedAt: 0,
    opensBy: 'app',
    settleMs: 0,
    acceptDegraded: false,
    steps: planWaves(planned, { atOnce }).flatMap((stage, index) =>
      stage.clusters.map(({ cluster, environment }) => ({
        ...{ identity: cluster, cluster, environment, stage: index },
        ...{ state: 'waiting' as const, since: 0 },
      })),
    ),
    log: [],
    unsent: [],
    told: [],
    ...options,
    atOnce,
  };
}
