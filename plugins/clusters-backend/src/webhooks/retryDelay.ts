const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** Pauses after the first failed attempts; the last one is repeated. */
const PAUSES_MS = [
  5 * SECOND_MS,
  30 * SECOND_MS,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  60 * MINUTE_MS,
];

/**
 * The pause until a message is sent again, in milliseconds: longer after each
 * failure, and up to a fifth longer at random, so that messages that failed
 * together are not sent together again.
 *
 * @param attempts - how often it was sent, at least once
 * @param random - from 0 to 1
 */
export function retryDelay(attempts: number, random: number): number {
  const pause = PAUSES_MS[Math.min(attempts, PAUSES_MS.length) - 1];
  return Math.round(pause * (1 + random / 5));
}
