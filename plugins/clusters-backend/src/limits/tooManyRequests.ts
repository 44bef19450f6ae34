/** An error for which Backstage's error middleware answers with status 429. */
export function tooManyRequests(message: string): Error {
  return Object.assign(new Error(message), {
    name: 'TooManyRequestsError',
    statusCode: 429,
  });
}
