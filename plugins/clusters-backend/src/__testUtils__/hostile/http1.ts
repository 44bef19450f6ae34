import type { Socket } from 'node:net';

/** Calls the handler with the path of each request received over HTTP/1.1. */
export function onHttp1Request(
  socket: Socket,
  onRequest: (path: string) => void,
): void {
  let pending = '';
  socket.on('data', piece => {
    pending += piece.toString('latin1');
    for (
      let end = pending.indexOf('\r\n\r\n');
      end >= 0;
      end = pending.indexOf('\r\n\r\n')
    ) {
      const [, path] = pending.split(' ', 2);
      pending = pending.slice(end + 4);
      onRequest(path);
    }
  });
}

/** A complete answer over HTTP/1.1. */
export function http1Answer(
  body: string | Buffer,
  headers: Record<string, string> = {},
  status = '200 OK',
): Buffer {
  const bytes = Buffer.from(body);
  const lines = Object.entries({
    'content-type': 'application/json',
    'content-length': String(bytes.length),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`),
    bytes,
  ]);
}

/** The head of an answer whose body is sent in chunks, possibly without end. */
export const chunkedHead =
  'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';

/** One chunk of a body. */
export function chunk(text: string | Buffer): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([
    Buffer.from(`${bytes.length.toString(16)}\r\n`),
    bytes,
    Buffer.from('\r\n'),
  ]);
}
