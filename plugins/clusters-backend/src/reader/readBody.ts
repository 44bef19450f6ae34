import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { PageBuffers, PageBytes } from './PageBuffers';
import { ReaderError } from './ReaderError';

/** Pages are megabytes: the default of 16 KiB makes hundreds of pieces. */
const GUNZIP_CHUNK = 256 * 1024;

/**
 * Reads a whole body as it was sent.
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
      throw tooLarge(maxBytes);
    }
    chunks.push(chunk);
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
}

/**
 * Decompresses a body.
 *
 * @throws ReaderError `tooLarge` as soon as it exceeds the limit
 */
export async function gunzipBody(
  bytes: Buffer,
  maxBytes: number,
  buffers: PageBuffers,
): Promise<PageBytes> {
  const page = buffers.open();
  const gunzip = createGunzip({ chunkSize: GUNZIP_CHUNK });
  gunzip.end(bytes);
  try {
    for await (const chunk of gunzip) {
      if (page.size + chunk.length > maxBytes) {
        throw tooLarge(maxBytes);
      }
      page.write(chunk);
    }
    return page.finish();
  } catch (error) {
    page.release();
    throw error;
  }
}

function tooLarge(maxBytes: number): ReaderError {
  return new ReaderError(
    'tooLarge',
    `The answer exceeds ${Math.floor(maxBytes / 1024 / 1024)} MiB`,
  );
}
