/**
 * Why a request failed, as the backend says it: a `ResponseError` itself says
 * only the status.
 */
export function causeOf(error: Error): Error {
  const { cause } = error as { cause?: unknown };
  return cause instanceof Error ? cause : error;
}
