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

/** Builds one frame; its content is not checked. */
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

/** Encodes header fields as HPACK literals without indexing. */
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

/**
 * Encodes a length below 128 in one byte, else as an HPACK integer with a 7-bit
 * prefix.
 */
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
 * Reads the frames that a client sends over HTTP/2, and calls the handler with
 * the stream of each request. Headers are not decoded, since hostile servers do
 * not depend on the request.
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
