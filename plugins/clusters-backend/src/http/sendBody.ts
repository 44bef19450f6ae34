import type { Request, Response } from 'express';
import type { ResponseBody } from './ResponseBody';

/**
 * Answers with a prepared body, or with 304 when the caller has the current
 * version. The content encoding is set here, so that the backend's compression
 * middleware does not compress again.
 */
export async function sendBody(
  request: Request,
  response: Response,
  body: ResponseBody,
): Promise<void> {
  response.setHeader('ETag', body.etag);
  response.setHeader('Cache-Control', 'private, no-cache');
  response.setHeader('Vary', 'Accept-Encoding, Authorization');
  if (request.headers['if-none-match'] === body.etag) {
    response.status(304).end();
    return;
  }
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const { encoding, bytes } = await body.encoded(accepted);
  if (encoding) {
    response.setHeader('Content-Encoding', encoding);
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', bytes.length);
  response.end(bytes);
}
