import { promisify } from 'node:util';
import { constants, deflateRaw, inflateRawSync } from 'node:zlib';
import type { ClusterView } from '@clusterworks/plugin-clusters-common';
import { hashOf } from './hashOf';

const deflate = promisify(deflateRaw);

/** A cluster's view as JSON in UTF-8. It can be kept compressed. */
export class ViewText {
  /** Hash of the JSON. */
  readonly hash: string;
  #bytes: Buffer;
  #compressed = false;

  constructor(view: ClusterView) {
    const text = JSON.stringify(view);
    this.hash = hashOf(text);
    this.#bytes = unpooled(Buffer.from(text));
  }

  /** The JSON. */
  get bytes(): Buffer {
    return this.#compressed ? inflateRawSync(this.#bytes) : this.#bytes;
  }

  /** The memory that is held for the text, in bytes. */
  get heldBytes(): number {
    return this.#bytes.buffer.byteLength;
  }

  /**
   * Compresses the text to about an eighth, in a thread of zlib. Reading it
   * takes a fraction of a millisecond more from then on.
   */
  async compress(): Promise<void> {
    if (!this.#compressed) {
      const compressed = await deflate(this.#bytes, {
        level: constants.Z_BEST_SPEED,
      });
      this.#bytes = unpooled(compressed);
      this.#compressed = true;
    }
  }
}

/**
 * Copies bytes out of the pool that small buffers share: one of them would keep
 * all 64 KiB of the pool.
 */
function unpooled(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) {
    return bytes;
  }
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}
