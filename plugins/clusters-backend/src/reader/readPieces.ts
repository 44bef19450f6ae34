import type { Readable } from 'node:stream';
import { ReaderError } from './ReaderError';

/** The average size is checked after this many pieces. */
const WINDOW_PIECES = 4096;
/**
 * Honest servers send packets, and each piece costs as much CPU time as a
 * packet.
 */
const MIN_AVERAGE_BYTES = 32;

/**
 * Refuses many tiny pieces, with which a server could keep the process busy.
 */
class PieceSizes {
  #pieces = 0;
  #bytes = 0;

  count(bytes: number): void {
    this.#pieces += 1;
    this.#bytes += bytes;
    if (this.#pieces < WINDOW_PIECES) {
      return;
    }
    if (this.#bytes < WINDOW_PIECES * MIN_AVERAGE_BYTES) {
      throw new ReaderError(
        'malformed',
        'The API server sends its answer a few bytes at a time',
      );
    }
    this.#pieces = 0;
    this.#bytes = 0;
  }
}

/**
 * Passes on the pieces of a body as they arrive, until it ends. The body is
 * closed in every case.
 *
 * @param onPiece - returns how many milliseconds to pause before the next piece
 * @throws ReaderError when the body breaks off or arrives in tiny pieces, the
 * errors of `onPiece`, and the reason of the signal when that is aborted first
 */
export function readPieces(
  body: Readable,
  onPiece: (piece: Buffer) => number | void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const pieces = new PieceSizes();
    let resting: NodeJS.Timeout | undefined;
    let ended = false;
    function finish(error?: unknown): void {
      clearTimeout(resting);
      signal.removeEventListener('abort', abort);
      // Pieces that are already buffered would still arrive.
      body.off('data', onData);
      body.destroy();
      if (error === undefined) {
        resolve();
      } else {
        reject(error);
      }
    }
    function abort(): void {
      finish(signal.reason);
    }
    function onData(piece: Buffer): void {
      try {
        pieces.count(piece.length);
        const rest = onPiece(piece);
        if (rest) {
          body.pause();
          resting = setTimeout(() => body.resume(), rest);
          resting.unref();
        }
      } catch (error) {
        finish(error);
      }
    }
    if (signal.aborted || body.destroyed) {
      finish(signal.reason ?? body.errored ?? brokenOff());
      return;
    }
    signal.addEventListener('abort', abort, { once: true });
    body.on('data', onData);
    // A stream that was reset can emit `end` before its error.
    body.once('end', () => {
      ended = true;
    });
    body.once('error', finish);
    body.once('close', () => finish(ended ? undefined : brokenOff()));
  });
}

function brokenOff(): ReaderError {
  return new ReaderError(
    'unreachable',
    'API server unreachable: the connection broke off',
  );
}
