import { gzipSync } from 'node:zlib';
import type { Random } from './Random';

const bomb = gzipSync(Buffer.alloc(48 * 1024 * 1024, ' '));

/** Returns the bytes unchanged, or damages them at random. */
export function spoiled(bytes: Buffer, random: Random): Buffer {
  if (random.chance(0.8)) {
    return bytes;
  }
  const at = random.below(bytes.length);
  switch (random.below(5)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Buffer.concat([bytes, bytes.subarray(at)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
    case 3:
      return Buffer.alloc(random.pick([1, 100, 2_000_000]), '[');
    default: {
      const changed = Buffer.from(bytes);
      changed[at] = random.below(256);
      return changed;
    }
  }
}

/** Encodes a body; the content encoding it names may be wrong. */
export function encoded(
  bytes: Buffer,
  random: Random,
): { body: Buffer; encoding?: string } {
  switch (random.below(8)) {
    case 0:
      return { body: bomb, encoding: 'gzip' };
    case 1:
      return { body: bytes, encoding: random.pick(['gzip', 'br', 'x']) };
    case 2:
      return { body: spoiled(gzipSync(bytes), random), encoding: 'gzip' };
    case 3:
      return {
        body: Buffer.concat([gzipSync(bytes), gzipSync(''), gzipSync('x')]),
        encoding: 'gzip',
      };
    case 4:
    case 5:
      return { body: gzipSync(bytes), encoding: 'gzip' };
    default:
      return { body: bytes };
  }
}
