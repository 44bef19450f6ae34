import type { Socket } from 'node:net';
import { type Asked, askedBy, versionBody } from './apiBodies';
import { attacks } from './attacks';
import { encoded, spoiled } from './hostileBytes';
import { hostileEvent, hostileList } from './hostileJson';
import { chunk, onHttp1Request } from './http1';
import {
  frame,
  frameFlags,
  frameTypes,
  headerBlock,
  onHttp2Request,
} from './http2Frames';
import { Random } from './Random';
import { type RawProtocol, RawServer } from './RawServer';

const STATUSES = [
  ...['101', '204', '301', '304', '400', '401', '403', '404', '410', '429'],
  ...['500', '503', '599', '000', '999'],
];

const HEADERS: [string, string][] = [
  ['date', 'Sat, 13 Sep 275760 00:00:00 GMT'],
  ['date', 'yesterday'],
  ['retry-after', '0'],
  ['retry-after', '-1'],
  ['location', 'https://127.0.0.1:1/'],
  ['set-cookie', 'a=b'],
  ['connection', 'close'],
  ['x-long', 'x'.repeat(4_000)],
];

/** The transport of an answer: its protocol, encoding and pieces. */
interface Wire {
  head(status: string, headers: [string, string][]): Buffer;
  piece(bytes: Buffer): Buffer;
  end(): Buffer;
}

const http1Wire: Wire = {
  head: (status, headers) =>
    Buffer.from(
      `HTTP/1.1 ${status} x\r\ntransfer-encoding: chunked\r\n${headers
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('')}\r\n`,
    ),
  piece: chunk,
  end: () => Buffer.from('0\r\n\r\n'),
};

function http2Wire(stream: number): Wire {
  const { data, headers } = frameTypes;
  return {
    head: (status, fields) =>
      frame(
        headers,
        frameFlags.endHeaders,
        stream,
        headerBlock([[':status', status], ...fields]),
      ),
    piece: bytes => frame(data, 0, stream, bytes),
    end: () => frame(data, frameFlags.endStream, stream),
  };
}

/** Answers made in advance, because making them takes time. */
interface Repertoire {
  lists: Buffer[];
  events: Buffer[];
}

function repertoireOf(random: Random): Repertoire {
  const many = <T>(length: number, make: () => T) =>
    Array.from({ length }, make);
  return {
    lists: many(4, () => Buffer.from(hostileList(random))),
    events: many(60, () => Buffer.from(hostileEvent(random))),
  };
}

/** Starts one server whose behaviour depends on the seed alone. */
export function serveFuzz(seed: number): RawServer {
  const random = new Random(seed);
  const protocol = random.pick<RawProtocol>(['tcp', 'http/1.1', 'h2']);
  const own = Object.values(attacks).filter(attack =>
    protocol === 'h2' ? attack.protocol === 'h2' : attack.protocol === 'tcp',
  );
  // Some servers are mostly well-behaved, so that much of the reader runs.
  const malice = random.pick([0, 0, 0.02, 0.1, 0.5]);
  const repertoire = repertoireOf(random);
  return new RawServer(protocol, socket => {
    const answer = (wire: Wire, asked: Asked, stream: number) => {
      if (random.chance(malice * 0.3)) {
        const end = random.pick(own).attack(socket, stream);
        socket.once('close', end ?? (() => {}));
      } else {
        send(socket, wire, asked, repertoire, random, malice);
      }
    };
    if (protocol === 'h2') {
      socket.write(frame(frameTypes.settings, 0, 0));
      let requests = 0;
      onHttp2Request(socket, stream => {
        requests += 1;
        const later = random.pick<Asked>(['list', 'watch']);
        answer(http2Wire(stream), requests === 1 ? 'version' : later, stream);
      });
    } else {
      onHttp1Request(socket, path => answer(http1Wire, askedBy(path), 0));
    }
  });
}

function send(
  socket: Socket,
  wire: Wire,
  asked: Asked,
  { lists, events }: Repertoire,
  random: Random,
  malice: number,
): void {
  const status = random.chance(malice) ? random.pick(STATUSES) : '200';
  const headers = HEADERS.filter(() => random.chance(malice * 0.3));
  const write = (bytes: Buffer) => {
    if (!socket.destroyed) {
      socket.write(
        random.chance(malice * 0.1) ? spoiled(bytes, random) : bytes,
      );
    }
  };
  if (asked === 'watch') {
    write(wire.head(status, headers));
    sendEvents(socket, wire, events, random, malice, write);
    return;
  }
  const text =
    asked === 'version' ? Buffer.from(versionBody) : random.pick(lists);
  const { body, encoding } = random.chance(malice)
    ? encoded(spoiled(text, random), random)
    : { body: text, encoding: undefined };
  write(
    wire.head(status, [
      ...headers,
      ...(encoding
        ? ([['content-encoding', encoding]] as [string, string][])
        : []),
    ]),
  );
  const size = random.chance(malice * 0.3) ? 1 : 16_000;
  for (let at = 0; at < Math.min(body.length, size * 5_000); at += size) {
    write(wire.piece(body.subarray(at, at + size)));
  }
  if (!random.chance(malice * 0.2)) {
    write(wire.end());
  }
}

/** Sends events until this server or the client ends the watch. */
function sendEvents(
  socket: Socket,
  wire: Wire,
  events: readonly Buffer[],
  random: Random,
  malice: number,
  write: (bytes: Buffer) => void,
): void {
  const timer = setInterval(() => {
    if (socket.destroyed || random.chance(malice * 0.1)) {
      clearInterval(timer);
      write(wire.end());
      return;
    }
    const count = random.pick([0, 1, 1, 10, 500]);
    for (
      let index = 0;
      index < count && socket.writableLength < 1e6;
      index += 1
    ) {
      write(wire.piece(random.pick(events).subarray(0, 16_000)));
    }
  }, random.pick([1, 20, 200]));
  socket.once('close', () => clearInterval(timer));
}
