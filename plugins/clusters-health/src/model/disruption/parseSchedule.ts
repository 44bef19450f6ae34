import { Cron } from 'croner';

const parsed = new Map<string, Cron | undefined>();

/**
 * The schedule of a budget, in UTC as Karpenter reads it.
 *
 * @returns undefined when Karpenter would refuse it
 */
export function parseSchedule(schedule: string): Cron | undefined {
  if (!parsed.has(schedule)) {
    if (parsed.size > 500) {
      parsed.clear();
    }
    parsed.set(schedule, tryCron(schedule));
  }
  return parsed.get(schedule);
}

function tryCron(schedule: string): Cron | undefined {
  try {
    // Five fields or a macro, as Karpenter accepts them; a field for seconds is
    // not allowed.
    const fields = schedule.trim().split(/\s+/);
    if (fields.length !== 5 && !schedule.startsWith('@')) {
      return undefined;
    }
    return new Cron(schedule, { timezone: 'UTC', paused: true });
  } catch {
    return undefined;
  }
}
