import type { Readable } from 'node:stream';
import { GrowingBuffer } from './GrowingBuffer';
import type { MemoryBudget } from './MemoryBudget';
import type { PageBytes } from './PageBuffers';
import { ReaderError } from './ReaderError';
import { readPieces } from './readPieces';

/**
 * Reads a whole body as it was sent.
 *
 * @returns its bytes, whose memory counts against the budget until they are
 * released
 * @throws ReaderError `tooLarge` as soon as the body exceeds the limit, so that
 * a server cannot make us hold more
 */
export async function readBody(
  body: Readable,
  options: { maxBytes: number; budget: MemoryBudget; signal: AbortSignal },
): Promise<PageBytes> {
  const { maxBytes, budget, signal } = options;
  const buffer = new GrowingBuffer(budget);
  try {
    await readPieces(
      body,
      piece => {
        if (buffer.size + piece.length > maxBytes) {
          throw tooLarge(maxBytes);
        }
        buffer.write(piece);
      },
      { signal },
    );
    return { bytes: buffer.bytes, release: () => buffer.release() };
  } catch (error) {
    buffer.release();
    throw error;
  }
}

/** The error for an answer that exceeds a limit. */
export function tooLarge(maxBytes: number): ReaderError {
  return new ReaderError(
    'tooLarge',
    `The answer exceeds ${Math.floor(maxBytes / 1024 / 1024)} MiB`,
  );
}
