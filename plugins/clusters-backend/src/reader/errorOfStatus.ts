import type { RequestSubject } from './RequestSubject';
import { ReaderError } from './ReaderError';
import { retryAfterOf } from './responseHeaders';
import type { ApiResponse } from './transport/ApiConnection';

/** Converts the status of an answer other than 200 into an error. */
export function errorOfStatus(
  response: ApiResponse,
  { verb, what }: RequestSubject,
): ReaderError {
  const { status } = response;
  switch (status) {
    case 401:
      return new ReaderError(
        'unauthorized',
        "401: the API server does not accept the portal's identity",
      );
    case 403:
      return new ReaderError(
        'forbidden',
        `403: not allowed to ${verb} ${what}`,
      );
    case 404:
      return new ReaderError('notFound', `404: the API server has no ${what}`);
    case 410:
      return new ReaderError('expired', `410: ${what} must be listed again`);
    case 429:
      return new ReaderError(
        'throttled',
        '429: the API server asks to come back later',
        retryAfterOf(response.headers),
      );
    default:
      return new ReaderError(
        'failed',
        `${status}: the API server failed to ${verb} ${what}`,
      );
  }
}
