/** The time at which tests look at a cluster: one clock for all of them. */
export const NOW = '2026-11-22T12:00:00Z';

const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A span of time, such as `90s`, `12m` or `1.5h`. */
export type Duration = `${number}${keyof typeof UNITS}`;

/** Milliseconds of a span of time. */
export function milliseconds(duration: Duration): number {
  const [, count, unit] = /^(-?[\d.]+)(ms|[smhd])$/.exec(duration) ?? [];
  if (count === undefined) {
    throw new Error(`duration must be such as "90s", it is "${duration}"`);
  }
  return Number(count) * UNITS[unit as keyof typeof UNITS];
}

/** A time as Kubernetes writes it: whole seconds, UTC. */
export function kubeTime(time: number | Date | string): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** A time as Leases and new Events have it: microseconds, UTC. */
export function microTime(time: number | Date | string): string {
  return `${new Date(time).toISOString().slice(0, -1)}000Z`;
}

/** The time that lies a duration before {@link NOW}; after it when negative. */
export function ago(duration: Duration): string {
  const time = Date.parse(NOW) - milliseconds(duration);
  return time % 1000 === 0 ? kubeTime(time) : new Date(time).toISOString();
}
