import type { Readable } from 'node:stream';
import { ReaderError } from './ReaderError';

/** The average size is checked after this many pieces. */
const WINDOW_PIECES = 4096;
/**
 * Honest servers send packets, and each piece costs as much CPU time as a
 * packet.
 */
const MIN_AVERAGE_BYTES = 32;

/** Until when pieces are passed on. */
export interface ReadPiecesOptions {
  signal: AbortSignal;
  /** Ends without an error when nothing arrives for so many milliseconds. */
  idleMs?: number;
  /** Called once, when no further piece will be passed on. */
  onEnd?(): void;
}

/** Returns how many milliseconds to pause before the next piece. */
export type OnPiece = (piece: Buffer) => number | void;

const ignore = () => {};

/**
 * One object with few callbacks, because a thousand clusters have 14,000 open
 * watches: an async function for each step would take several times as much
 * memory.
 */
class PieceReader {
  readonly #body: Readable;
  readonly #onPiece: OnPiece;
  readonly #options: ReadPiecesOptions;
  readonly #outcome: { resolve(): void; reject(reason: unknown): void };
  #idle: NodeJS.Timeout | undefined;
  #resting: NodeJS.Timeout | undefined;
  #pieces = 0;
  #bytes = 0;
  readonly #onData = (piece: Buffer) => this.#take(piece);
  readonly #onClose = () => this.#closed();
  readonly #onAbort = () => this.#finish(this.#options.signal.reason);

  constructor(
    body: Readable,
    onPiece: OnPiece,
    options: ReadPiecesOptions,
    outcome: { resolve(): void; reject(reason: unknown): void },
  ) {
    this.#body = body;
    this.#onPiece = onPiece;
    this.#options = options;
    this.#outcome = outcome;
  }

  start(): void {
    const { signal, idleMs } = this.#options;
    if (signal.aborted || this.#body.destroyed) {
      this.#finish(signal.reason ?? this.#body.errored ?? brokenOff());
      return;
    }
    signal.addEventListener('abort', this.#onAbort, { once: true });
    if (idleMs !== undefined) {
      this.#idle = setTimeout(() => this.#finish(), idleMs);
      this.#idle.unref();
    }
    this.#body.on('data', this.#onData);
    // The error is looked up when the body closes, which is right after it.
    this.#body.on('error', ignore);
    this.#body.on('close', this.#onClose);
  }

  #take(piece: Buffer): void {
    this.#idle?.refresh();
    try {
      this.#count(piece.length);
      const rest = this.#onPiece(piece);
      if (rest) {
        this.#body.pause();
        this.#resting = setTimeout(() => this.#body.resume(), rest);
        this.#resting.unref();
      }
    } catch (error) {
      this.#finish(error);
    }
  }

  /**
   * Refuses many tiny pieces, with which a server could keep the process busy.
   */
  #count(bytes: number): void {
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

  /** A stream that was reset can emit `end` before its error. */
  #closed(): void {
    const { errored, readableEnded } = this.#body;
    this.#finish(errored ?? (readableEnded ? undefined : brokenOff()));
  }

  #finish(error?: unknown): void {
    clearTimeout(this.#idle);
    clearTimeout(this.#resting);
    this.#options.signal.removeEventListener('abort', this.#onAbort);
    // Pieces that are already buffered would still arrive.
    this.#body.off('data', this.#onData);
    this.#body.off('close', this.#onClose);
    this.#body.destroy();
    this.#options.onEnd?.();
    if (error === undefined) {
      this.#outcome.resolve();
    } else {
      this.#outcome.reject(error);
    }
  }
}

/**
 * Passes on the pieces of a body as they arrive, until it ends. The body is
 * closed in every case.
 *
 * @throws ReaderError when the body breaks off or arrives in tiny pieces, the
 * errors of `onPiece`, and the reason of the signal when that is aborted first
 */
export function readPieces(
  body: Readable,
  onPiece: OnPiece,
  options: ReadPiecesOptions,
): Promise<void> {
  return new Promise((resolve, reject) => {
    new PieceReader(body, onPiece, options, { resolve, reject }).start();
  });
}

function brokenOff(): ReaderError {
  return new ReaderError(
    'unreachable',
    'API server unreachable: the connection broke off',
  );
}
