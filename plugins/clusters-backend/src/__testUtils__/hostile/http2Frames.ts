import type { Socket } from 'node:net';

/** Types of HTTP/2 frames (RFC 9113, section 6). */
export const frameTypes = {
  data: 0,
  headers: 1,
  reset: 3,
  settings: 4,
  ping: 6,
  goAway: 7,
  windowUpdate: 8,
  continuation: 9,
  origin: 12,
} as const;

export const frameFlags = { ack: 1, endStream: 1, endHeaders: 4 } as const;

/** One frame, whatever it says. */
export function frame(
  type: number,
  flags: number,
  stream: number,
  payload: Buffer = Buffer.alloc(0),
): Buffer {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head[3] = type;
  head[4] = flags;
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}

/** Header fields as HPACK literals that no table remembers. */
export function headerBlock(fields: [string, string][]): Buffer {
  return Buffer.concat(
    fields.map(([name, value]) =>
      Buffer.concat([
        Buffer.from([0x10, ...integer(name.length)]),
        Buffer.from(name),
        Buffer.from(integer(value.length)),
        Buffer.from(value),
      ]),
    ),
  );
}

/** A length below 128, or with the prefix of 7 bits that HPACK has for more. */
function integer(value: number): number[] {
  if (value < 127) {
    return [value];
  }
  const bytes = [127];
  let rest = value - 127;
  for (; rest >= 128; rest = Math.floor(rest / 128)) {
    bytes.push((rest % 128) + 128);
  }
  return [...bytes, rest];
}

const PREFACE_BYTES = 24;

/**
 * Reads what a client sends over HTTP/2, and calls for each request with its
 * stream. Nothing is decoded: hostile servers do not care what is asked.
 */
export function onHttp2Request(
  socket: Socket,
  onRequest: (stream: number) => void,
): void {
  let pending = Buffer.alloc(0);
  let afterPreface = false;
  socket.on('data', (piece: Buffer) => {
    pending = Buffer.concat([pending, piece]);
    if (!afterPreface && pending.length >= PREFACE_BYTES) {
      afterPreface = true;
      pending = pending.subarray(PREFACE_BYTES);
    }
    while (afterPreface && pending.length >= 9) {
      const end = 9 + pending.readUIntBE(0, 3);
      if (pending.length < end) {
        return;
      }
      const type = pending[3];
      const stream = pending.readUInt32BE(5);
      pending = pending.subarray(end);
      if (type === frameTypes.headers) {
        onRequest(stream);
      }
    }
  });
}

/** The header block of an answer with status 200. */
export const status200 = Buffer.from([0x88]);
