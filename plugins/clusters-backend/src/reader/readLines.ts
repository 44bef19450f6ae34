import type { Readable } from 'node:stream';
import { ReaderError } from './ReaderError';

const NEWLINE = 10;

/**
 * Hands on the lines of a stream as they come in, until it ends.
 *
 * @param onLine - called with each line; its bytes are valid only meanwhile
 * @param onBytes - called with every piece that arrives, as a sign of life
 * @throws ReaderError `tooLarge` for a line beyond the limit, and whatever
 * `onLine` throws; the stream is then closed
 */
export function readLines(
  body: Readable,
  maxLineBytes: number,
  onLine: (line: Buffer) => void,
  onBytes: () => void,
): Promise<void> {
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  function take(chunk: Buffer): void {
    let start = 0;
    for (
      let end = chunk.indexOf(NEWLINE);
      end >= 0;
      end = chunk.indexOf(NEWLINE, start)
    ) {
      const line = chunk.subarray(start, end);
      onLine(pending.length > 0 ? Buffer.concat([...pending, line]) : line);
      pending = [];
      pendingBytes = 0;
      start = end + 1;
    }
    if (start < chunk.length) {
      pending.push(chunk.subarray(start));
      pendingBytes += chunk.length - start;
      if (pendingBytes > maxLineBytes) {
        throw new ReaderError('tooLarge', 'A watch event exceeds its limit');
      }
    }
  }
  return new Promise((resolve, reject) => {
    let ended = false;
    function onData(chunk: Buffer): void {
      onBytes();
      try {
        take(chunk);
      } catch (error) {
        // What was buffered already would come all the same.
        body.off('data', onData);
        reject(error);
        body.destroy();
      }
    }
    body.on('data', onData);
    body.once('end', () => {
      ended = true;
    });
    body.once('error', reject);
    // A stream that is reset may end before it says so.
    body.once('close', () => (ended ? resolve() : reject(brokenOff())));
  });
}

function brokenOff(): ReaderError {
  return new ReaderError(
    'unreachable',
    'API server unreachable: the connection broke off',
  );
}
