import type { ClusterTarget, ReaderCredential } from './ClusterTarget';
import { Deadline } from './Deadline';
import { ReaderError } from './ReaderError';
import type { ApiConnection } from './transport/ApiConnection';
import { connect } from './transport/connect';
import { untilAborted } from './untilAborted';

/**
 * Opens a connection to an API server within a time limit.
 *
 * @throws ReaderError `unreachable` when it takes longer
 */
export async function dial(
  target: ClusterTarget,
  credential: ReaderCredential,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<ApiConnection> {
  const deadline = new Deadline(signal);
  deadline.in(timeoutMs);
  try {
    return await untilAborted(
      connect(target, credential, deadline.signal),
      deadline.signal,
      late => late.close(),
    );
  } catch (error) {
    if (deadline.passed) {
      throw new ReaderError(
        'unreachable',
        `API server unreachable: no connection within ${timeoutMs / 1000} s`,
      );
    }
    throw error;
  } finally {
    deadline.end();
  }
}
