import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Below this, compressing costs more than it saves. */
const MIN_BYTES = 1_024;

/** A content encoding and the encoded bytes. */
export interface EncodedBody {
  encoding: 'br' | 'gzip' | undefined;
  bytes: Buffer;
}

/**
 * An answer as JSON, compressed once for all callers. Compression runs in
 * zlib's own threads.
 */
export class ResponseBody {
  readonly etag: string;
  readonly #plain: Buffer;
  #brotli: Promise<Buffer> | undefined;
  #gzip: Promise<Buffer> | undefined;

  constructor(json: Buffer, etag: string) {
    this.#plain = json;
    this.etag = etag;
  }

  /** About the memory that the body takes, in bytes, compressed forms too. */
  get heldBytes(): number {
    return 2 * this.#plain.length;
  }

  /** The body in the best encoding that a caller accepts. */
  async encoded(acceptEncoding: string): Promise<EncodedBody> {
    if (this.#plain.length >= MIN_BYTES) {
      if (/\bbr\b/.test(acceptEncoding)) {
        this.#brotli ??= compressBrotli(this.#plain, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: 5,
            [constants.BROTLI_PARAM_SIZE_HINT]: this.#plain.length,
          },
        });
        return { encoding: 'br', bytes: await this.#brotli };
      }
      if (/\bgzip\b/.test(acceptEncoding)) {
        this.#gzip ??= compressGzip(this.#plain, { level: 6 });
        return { encoding: 'gzip', bytes: await this.#gzip };
      }
    }
    return { encoding: undefined, bytes: this.#plain };
  }
}
