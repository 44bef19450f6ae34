import { createGunzip } from 'node:zlib';
import type { PageBuffers, PageBytes } from './PageBuffers';
import { tooLarge } from './readBody';
import { readPieces } from './readPieces';

/**
 * Pages are megabytes large: the default of 16 KiB would make hundreds of
 * pieces.
 */
const GUNZIP_CHUNK = 256 * 1024;

/**
 * Decompresses a body.
 *
 * @throws ReaderError `tooLarge` as soon as the result exceeds the limit, and
 * the reason of the signal when that is aborted first
 */
export async function gunzipBody(
  bytes: Buffer,
  maxBytes: number,
  buffers: PageBuffers,
  signal: AbortSignal,
): Promise<PageBytes> {
  const page = buffers.open();
  const gunzip = createGunzip({ chunkSize: GUNZIP_CHUNK });
  gunzip.on('error', () => {});
  gunzip.end(bytes);
  try {
    await readPieces(
      gunzip,
      piece => {
        if (page.size + piece.length > maxBytes) {
          throw tooLarge(maxBytes);
        }
        page.write(piece);
      },
      { signal },
    );
    return page.finish();
  } catch (error) {
    page.release();
    throw error;
  }
}
