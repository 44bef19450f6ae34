import type { BudgetFacts } from '../../kinds';
import { parseGoDuration } from '../durations';
import { parseSchedule } from './parseSchedule';

/** When a budget is active, in milliseconds since 1970. */
export interface BudgetSpan {
  from: number;
  until: number;
}

/** Hourly windows of a week are 168; more often than that nobody plans. */
const MOST_MATCHES = 200;

/**
 * The windows of a budget within a period, cut to it; windows that touch or
 * overlap are one. A budget without a schedule is active all the time.
 *
 * @returns undefined when the budget cannot be parsed, or has too many windows
 */
export function budgetWindows(
  budget: BudgetFacts,
  period: BudgetSpan,
): BudgetSpan[] | undefined {
  if (budget.schedule === undefined) {
    return [period];
  }
  const duration = parseGoDuration(budget.duration);
  const cron = parseSchedule(budget.schedule);
  if (!cron || duration === undefined || !Number.isFinite(duration)) {
    return undefined;
  }
  const spans: BudgetSpan[] = [];
  let open = cron.nextRun(new Date(period.from - duration))?.getTime();
  for (let matches = 0; open !== undefined && open < period.until; matches++) {
    if (matches >= MOST_MATCHES) {
      return undefined;
    }
    const span = {
      from: Math.max(open, period.from),
      until: Math.min(open + duration, period.until),
    };
    const last = spans[spans.length - 1];
    if (last && span.from <= last.until) {
      last.until = Math.max(last.until, span.until);
    } else {
      spans.push(span);
    }
    open = cron.nextRun(new Date(open))?.getTime();
  }
  return spans;
}
