/** Milliseconds. */
export const SECOND = 1000;
/** Milliseconds. */
export const MINUTE = 60 * SECOND;
/** Milliseconds. */
export const HOUR = 60 * MINUTE;
/** Milliseconds. */
export const DAY = 24 * HOUR;

/**
 * A duration in words: `45 s`, `12 min`, `3 h`, `4 d`.
 *
 * @public
 */
export function sayDuration(milliseconds: number): string {
  if (milliseconds < 2 * MINUTE) {
    return `${Math.max(0, Math.round(milliseconds / SECOND))} s`;
  }
  if (milliseconds < 2 * HOUR) {
    return `${Math.round(milliseconds / MINUTE)} min`;
  }
  if (milliseconds < 2 * DAY) {
    return `${Math.round(milliseconds / HOUR)} h`;
  }
  return `${Math.round(milliseconds / DAY)} d`;
}

/**
 * Parses a Go duration as Karpenter writes it (`30s`, `1h30m`, `720h`). `Never`
 * gives Infinity; invalid text gives undefined.
 */
export function parseGoDuration(text: string | undefined): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  if (text === 'Never') {
    return Infinity;
  }
  const units: Record<string, number> = {
    ms: 1,
    s: SECOND,
    m: MINUTE,
    h: HOUR,
  };
  if (!/^(\d+(\.\d+)?(ms|s|m|h)){1,8}$/.test(text)) {
    return undefined;
  }
  let total = 0;
  for (const [, amount, , unit] of text.matchAll(/(\d+(\.\d+)?)(ms|s|m|h)/g)) {
    total += Number(amount) * units[unit];
  }
  return total;
}
