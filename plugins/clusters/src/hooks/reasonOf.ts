/**
 * Why a request failed, in the backend's words where it gave a reason: the
 * message of a `ResponseError` says only the status.
 */
export function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: unknown };
  return cause instanceof Error ? cause.message : message;
}
