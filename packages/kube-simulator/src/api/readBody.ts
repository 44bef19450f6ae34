import type { Http2ServerRequest } from 'node:http2';
import {
  StatusError,
  tooLargeBody,
  unsupportedMediaType,
} from './statusBodies';

const MAX_BODY_BYTES = 64 * 1024;

/**
 * The JSON text that a request carries.
 *
 * @throws StatusError 415 for other formats (a real server also reads YAML and
 * protobuf), 413 for more than a review can need
 */
export async function readBody(request: Http2ServerRequest): Promise<string> {
  const type = request.headers['content-type'] ?? 'application/json';
  if (!type.startsWith('application/json')) {
    throw new StatusError(unsupportedMediaType());
  }
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > MAX_BODY_BYTES) {
      throw new StatusError(tooLargeBody());
    }
  }
  return text;
}
