/** Lengths of `2026-01-31T12:00:00Z` and `2026-01-31T12:00:00.000000Z`. */
const SECONDS_LENGTH = 20;
const MICROS_LENGTH = 27;

/**
 * An RFC 3339 time in milliseconds since 1970; NaN for any other text. The
 * result is that of `Date.parse`, which needs several times as long for the two
 * forms that Kubernetes writes.
 */
export function parseTime(text: string): number {
  return kubernetesTime(text) ?? Date.parse(text);
}

function kubernetesTime(text: string): number | undefined {
  const { length } = text;
  const hasMicros = length === MICROS_LENGTH && text[19] === '.';
  const hasForm =
    (hasMicros || length === SECONDS_LENGTH) &&
    text[4] === '-' &&
    text[7] === '-' &&
    text[10] === 'T' &&
    text[13] === ':' &&
    text[16] === ':' &&
    text[length - 1] === 'Z';
  if (!hasForm) {
    return undefined;
  }
  const century = digits(text, 0, 2);
  const year = digits(text, 2, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  const second = digits(text, 17, 19);
  const milli = hasMicros ? digits(text, 20, 23) : 0;
  const micro = hasMicros ? digits(text, 23, 26) : 0;
  // Each comparison is false for NaN. Times that need more than these are left
  // to Date.parse: the last days of months, and the hour 24.
  const isSimple =
    century >= 1 &&
    year >= 0 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 28 &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59 &&
    milli >= 0 &&
    micro >= 0;
  return isSimple
    ? Date.UTC(
        century * 100 + year,
        month - 1,
        day,
        hour,
        minute,
        second,
        milli,
      )
    : undefined;
}

/** The number that digits make; NaN when there are other characters. */
function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) {
      return NaN;
    }
    number = number * 10 + digit;
  }
  return number;
}
