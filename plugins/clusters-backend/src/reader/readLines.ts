import type { Readable } from 'node:stream';
import { GrowingBuffer } from './GrowingBuffer';
import type { MemoryBudget } from './MemoryBudget';
import { ReaderError } from './ReaderError';
import { readPieces } from './readPieces';
import type { Throttle } from './Throttle';

const NEWLINE = 10;

/** What is done with the lines of a stream, and what bounds it. */
export interface ReadLinesOptions {
  maxLineBytes: number;
  /** What the memory of an unfinished line is taken from. */
  budget: MemoryBudget;
  /** What the time for lines is taken from. */
  throttle: Throttle;
  signal: AbortSignal;
  /** Called with each line; its bytes are valid only meanwhile. */
  onLine(line: Buffer): void;
  /** Called with every piece that arrives, as a sign of life. */
  onBytes(): void;
}

/**
 * Hands on the lines of a stream as they come in, until it ends.
 *
 * @throws ReaderError `tooLarge` for a line beyond the limit, and whatever
 * `onLine` throws; the stream is then closed
 */
export async function readLines(
  body: Readable,
  options: ReadLinesOptions,
): Promise<void> {
  const { budget, throttle, signal, onBytes } = options;
  const pending = new GrowingBuffer(budget);
  try {
    await readPieces(
      body,
      piece => {
        onBytes();
        return throttle.run(() => takeLines(piece, pending, options));
      },
      signal,
    );
  } finally {
    pending.release();
  }
}

function takeLines(
  piece: Buffer,
  pending: GrowingBuffer,
  { maxLineBytes, onLine }: ReadLinesOptions,
): void {
  let start = 0;
  for (
    let end = piece.indexOf(NEWLINE);
    end >= 0;
    end = piece.indexOf(NEWLINE, start)
  ) {
    const rest = piece.subarray(start, end);
    if (pending.size > 0) {
      pending.write(rest);
      onLine(pending.bytes);
      pending.clear();
    } else {
      onLine(rest);
    }
    start = end + 1;
  }
  const begun = piece.length - start;
  if (pending.size + begun > maxLineBytes) {
    throw new ReaderError('tooLarge', 'A watch event exceeds its limit');
  }
  if (begun > 0) {
    pending.write(piece.subarray(start));
  }
}
