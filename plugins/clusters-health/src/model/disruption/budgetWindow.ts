import type { Cron } from 'croner';
import { MINUTE, parseGoDuration } from '../durations';
import type { BudgetFacts } from '../../kinds';
import { parseSchedule } from './parseSchedule';

/** When a disruption budget is active. Times are milliseconds since 1970. */
export interface BudgetWindow {
  /**
   * Whether the budget is active now. A budget without a schedule is always
   * active.
   */
  active: boolean;
  /** End of the present window; absent for a budget that is always active. */
  until?: number;
  /** Start of the next window, when the budget is not active. */
  next?: number;
}

/**
 * Evaluates the schedule of a budget, which is in UTC, at a given time.
 *
 * A window opens at every match of the cron expression and lasts for the
 * duration. Like Karpenter, this function looks for the last match within the
 * past duration.
 *
 * @returns undefined when the schedule or the duration cannot be parsed
 */
export function budgetWindow(
  budget: BudgetFacts,
  now: number,
): BudgetWindow | undefined {
  if (budget.schedule === undefined) {
    return { active: true };
  }
  const duration = parseGoDuration(budget.duration);
  if (duration === undefined || !Number.isFinite(duration)) {
    return undefined;
  }
  const cron = parseSchedule(budget.schedule);
  if (!cron) {
    return undefined;
  }
  const open = cron.nextRun(new Date(now - duration))?.getTime();
  if (open !== undefined && open <= now && now < open + duration) {
    return { active: true, until: lastEnd(cron, open, duration, now) };
  }
  const next = cron.nextRun(new Date(now))?.getTime();
  return next === undefined ? { active: false } : { active: false, next };
}

/**
 * Overlapping windows count as one window, which ends with the last of them.
 */
function lastEnd(
  cron: Cron,
  open: number,
  duration: number,
  now: number,
): number {
  let end = open + duration;
  let next = cron.nextRun(new Date(open))?.getTime();
  for (let i = 0; i < 1000 && next !== undefined && next <= now; i += 1) {
    end = next + duration;
    next = cron.nextRun(new Date(next))?.getTime();
  }
  return Math.max(end, now + MINUTE / 60);
}
