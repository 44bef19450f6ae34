import type { ClusterTarget, ReaderCredential } from './ClusterTarget';
import { Deadline } from './Deadline';
import { explainCredentialError } from './explainCredentialError';
import { ReaderError } from './ReaderError';
import { untilAborted } from './untilAborted';

/**
 * Gets the credentials for an API server within a time limit.
 *
 * @throws ReaderError `noCredentials` when none were obtained
 */
export async function fetchCredential(
  { credentials }: ClusterTarget,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<ReaderCredential> {
  const deadline = new Deadline(signal);
  deadline.in(timeoutMs);
  try {
    return await untilAborted(credentials.get(), deadline.signal);
  } catch (error) {
    // The next caller makes a new request instead of waiting for an answer that
    // may never arrive.
    credentials.invalidate();
    const reason = deadline.passed
      ? `none within ${timeoutMs / 1000} s`
      : explainCredentialError(error);
    throw new ReaderError(
      'noCredentials',
      `The portal has no credentials for this cluster: ${reason}`,
    );
  } finally {
    deadline.end();
  }
}
