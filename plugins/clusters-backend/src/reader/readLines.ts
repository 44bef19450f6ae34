import type { Readable } from 'node:stream';
import { GrowingBuffer } from './GrowingBuffer';
import type { MemoryBudget } from './MemoryBudget';
import { ReaderError } from './ReaderError';
import { readPieces } from './readPieces';
import type { Throttle } from './Throttle';

const NEWLINE = 10;

/** Callbacks and limits for reading lines of a stream. */
export interface ReadLinesOptions {
  maxLineBytes: number;
  /** The budget that the memory of an unfinished line is taken from. */
  budget: MemoryBudget;
  /** Limits the CPU time spent on lines. */
  throttle: Throttle;
  signal: AbortSignal;
  /** Ends without an error when nothing arrives for so many milliseconds. */
  idleMs: number;
  /** Called with each line; its bytes are valid only during the call. */
  onLine(line: Buffer): void;
}

/**
 * Passes on the lines of a stream as they arrive, until it ends.
 *
 * @throws ReaderError `tooLarge` for a line that exceeds the limit, and the
 * errors of `onLine`; the stream is then closed
 */
export function readLines(
  body: Readable,
  options: ReadLinesOptions,
): Promise<void> {
  const { throttle, signal, idleMs } = options;
  const pending = new GrowingBuffer(options.budget);
  return readPieces(
    body,
    piece => throttle.run(() => takeLines(piece, pending, options)),
    { signal, idleMs, onEnd: () => pending.release() },
  );
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
  if (pending.size === 0) {
    // A watch is silent most of the time; it holds no memory meanwhile.
    pending.release();
  }
  const begun = piece.length - start;
  if (pending.size + begun > maxLineBytes) {
    throw new ReaderError('tooLarge', 'A watch event exceeds its limit');
  }
  if (begun > 0) {
    pending.write(piece.subarray(start));
  }
}
