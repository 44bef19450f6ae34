import type { Readable } from 'node:stream';
import { ReaderError } from './ReaderError';

const NEWLINE = 10;

/**
 * The lines of a stream as they come in.
 *
 * @param onBytes - called with every piece that arrives, as a sign of life
 * @throws ReaderError `tooLarge` for a line beyond the limit
 */
export async function* readLines(
  body: Readable,
  maxLineBytes: number,
  onBytes: () => void,
): AsyncGenerator<Buffer, void> {
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  for await (const piece of body) {
    const chunk = piece as Buffer;
    onBytes();
    let start = 0;
    let end = chunk.indexOf(NEWLINE);
    while (end >= 0) {
      const line = chunk.subarray(start, end);
      yield pending.length > 0 ? Buffer.concat([...pending, line]) : line;
      pending = [];
      pendingBytes = 0;
      start = end + 1;
      end = chunk.indexOf(NEWLINE, start);
    }
    if (start < chunk.length) {
      pending.push(chunk.subarray(start));
      pendingBytes += chunk.length - start;
      if (pendingBytes > maxLineBytes) {
        body.destroy();
        throw new ReaderError('tooLarge', 'A watch event exceeds its limit');
      }
    }
  }
}
