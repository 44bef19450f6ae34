import type { IncomingHttpHeaders } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ReaderError } from './ReaderError';

/** Pages are megabytes: the default of 16 KiB makes hundreds of pieces. */
const GUNZIP_CHUNK = 256 * 1024;

/** An answer's body, decompressed where the server compressed it. */
export function decompressed(
  body: Readable,
  headers: IncomingHttpHeaders,
): Readable {
  // Whoever reads sees the error; this keeps a late one from ending the process.
  body.on('error', () => {});
  if (headers['content-encoding'] !== 'gzip') {
    return body;
  }
  return pipeline(body, createGunzip({ chunkSize: GUNZIP_CHUNK }), () => {});
}

/**
 * Reads a whole body.
 *
 * @throws ReaderError `tooLarge` as soon as it exceeds the limit, so that a
 * server cannot make us hold more than that
 */
export async function readBody(
  body: Readable,
  maxBytes: number,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) {
      body.destroy();
      throw new ReaderError(
        'tooLarge',
        `The answer exceeds ${Math.floor(maxBytes / 1024 / 1024)} MiB`,
      );
    }
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
}
