/**
 * Some platforms kill a process that has not ended after ten seconds, even
 * during a write.
 */
const USUAL_SECONDS = 8;
const MOST_SECONDS = 600;

/**
 * How long the portal may take to end, in seconds.
 *
 * @param text - the value of `CLUSTERWORKS_STOP_SECONDS`; what is no number of
 *   seconds from 1 to 600 counts as absent
 */
export function stopSeconds(text: string | undefined): number {
  const seconds = text?.trim() ? Number(text) : NaN;
  return seconds >= 1 && seconds <= MOST_SECONDS ? seconds : USUAL_SECONDS;
}
