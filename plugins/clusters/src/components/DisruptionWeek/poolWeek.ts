import type {
  DisruptionView,
  DisruptionWeek,
} from '@clusterworks/plugin-clusters-common';
import { DAY_MS } from '../../format';

/** How many nodes may be disrupted at the same time, from a time on. */
export type WeekSpan = { from: number; until: number; nodes: number };

/** What the budgets of a pool allow for some reasons, over a week. */
export type ReasonWeek = {
  /** The reasons with the same budgets. */
  reasons: string[];
  spans: WeekSpan[];
  /** What is allowed now. */
  now: number;
  /**
   * When more than nothing is allowed next; absent when it is now, or not
   * within this week.
   */
  opens?: number;
};

type Reason = DisruptionWeek['reasons'][number];

const WEEK_MS = 7 * DAY_MS;

/** The week that is drawn: seven days in UTC, which begin with today. */
export function weekAround(now: number): { from: number; until: number } {
  const from = Math.floor(now / DAY_MS) * DAY_MS;
  return { from, until: from + WEEK_MS };
}

function spansOf({ spans }: Reason, until: number): WeekSpan[] {
  return spans.map(({ from, nodes }, index) => ({
    from: Date.parse(from),
    until: index + 1 < spans.length ? Date.parse(spans[index + 1].from) : until,
    nodes,
  }));
}

function reasonWeek(
  reason: string,
  spans: WeekSpan[],
  now: number,
): ReasonWeek | undefined {
  const present = spans.find(({ from, until }) => from <= now && now < until);
  if (!present) {
    return undefined;
  }
  const next = spans.find(({ from, nodes }) => from > now && nodes > 0);
  return {
    ...{ reasons: [reason], spans, now: present.nodes },
    ...(present.nodes === 0 && next ? { opens: next.from } : {}),
  };
}

/**
 * What the budgets of a pool allow over a week, once per group of reasons that
 * are treated the same. A pool without schedules allows the same all the time.
 *
 * @param now - milliseconds since 1970
 */
export function poolWeek(
  { week, allowedNow }: DisruptionView,
  now: number,
): ReasonWeek[] {
  const whole = weekAround(now);
  const each = week
    ? week.reasons.flatMap(
        reason =>
          reasonWeek(
            reason.reason,
            spansOf(reason, Date.parse(week.until)),
            now,
          ) ?? [],
      )
    : allowedNow.flatMap(
        ({ reason, nodes }) =>
          reasonWeek(reason, [{ ...whole, nodes }], now) ?? [],
      );
  const groups = new Map<string, ReasonWeek>();
  for (const one of each) {
    const key = JSON.stringify(one.spans);
    const same = groups.get(key);
    if (same) {
      same.reasons.push(...one.reasons);
    } else {
      groups.set(key, one);
    }
  }
  return [...groups.values()];
}
