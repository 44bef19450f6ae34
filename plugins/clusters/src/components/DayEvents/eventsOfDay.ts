import type {
  ClusterDetail,
  ClusterMerge,
  Finding,
  HistoryResponse,
  NodeClaimView,
  Verdict,
} from '@clusterworks/plugin-clusters-common';
import type { TimeRange } from '../../hooks/useTimeRange';
import { dayCells, type Upgrade } from '../DayChart';

/** Something that happened to a cluster. */
export type DayEvent = {
  /** Milliseconds since 1970; of counts, when their cell begins. */
  at: number;
} & (
  | { what: 'finding'; finding: Finding }
  | { what: 'verdict'; verdict: Verdict; headline: string }
  | { what: 'launch' | 'drain'; claim: NodeClaimView }
  | { what: 'upgrade'; upgrade: Upgrade }
  | { what: 'interrupted'; count: number }
  | { what: 'merge'; merge: ClusterMerge }
);

/**
 * What happened in a time: findings that began, changes of the verdict, nodes
 * that were launched or began to drain, versions that changed, instances that
 * AWS took away, pull requests that were merged; the newest first.
 *
 * @param now - milliseconds since 1970
 */
export function eventsOfDay(
  { assessment, view }: Pick<ClusterDetail, 'assessment' | 'view'>,
  history: HistoryResponse | undefined,
  range: TimeRange,
  now: number,
  merges: readonly ClusterMerge[] = [],
): DayEvent[] {
  const findings = (assessment?.findings ?? []).map(
    (finding): DayEvent => ({
      ...{ at: Date.parse(finding.since ?? ''), what: 'finding', finding },
    }),
  );
  const claims = (view?.karpenter.nodeClaims ?? []).flatMap(
    (claim): DayEvent[] => [
      { at: Date.parse(claim.createdAt ?? ''), what: 'launch', claim },
      { at: Date.parse(claim.drainingSince ?? ''), what: 'drain', claim },
    ],
  );
  const verdicts = (history?.verdictChanges ?? []).map(
    ({ at, to, headline }): DayEvent => ({
      ...{ at: Date.parse(at), what: 'verdict', verdict: to, headline },
    }),
  );
  const marks = dayCells(history?.points ?? [], now).cells.flatMap(
    ({ at, upgrades, interrupted }): DayEvent[] => [
      ...upgrades.map(
        (upgrade): DayEvent => ({ at, what: 'upgrade', upgrade }),
      ),
      ...(interrupted > 0
        ? [{ at, what: 'interrupted' as const, count: interrupted }]
        : []),
    ],
  );
  const merged = merges.map(
    (merge): DayEvent => ({ at: Date.parse(merge.at), what: 'merge', merge }),
  );
  // An unknown time is in no range.
  return [...findings, ...verdicts, ...claims, ...marks, ...merged]
    .filter(({ at }) => at >= range.from && at < range.until)
    .sort((a, b) => b.at - a.at);
}

/** What says more than others is folded last. */
const FIRST: DayEvent['what'][] = [
  ...(['verdict', 'merge', 'upgrade', 'interrupted'] as const),
  ...(['finding', 'drain', 'launch'] as const),
];

/**
 * Divides events into some that are shown and the others, which are folded; the
 * order stays. Nodes come and go all day, so they give way to all else.
 *
 * @param mostMerges - of merges, only the newest are shown
 */
export function foldEvents(
  events: readonly DayEvent[],
  most: number,
  mostMerges = most,
): { shown: DayEvent[]; folded: DayEvent[] } {
  const hidden = new Set(
    events.filter(({ what }) => what === 'merge').slice(mostMerges),
  );
  const first = new Set(
    events
      .filter(event => !hidden.has(event))
      .sort((a, b) => FIRST.indexOf(a.what) - FIRST.indexOf(b.what))
      .slice(0, most),
  );
  return {
    shown: events.filter(event => first.has(event)),
    folded: events.filter(event => !first.has(event)),
  };
}
