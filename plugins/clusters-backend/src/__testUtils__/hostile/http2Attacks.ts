import type { Socket } from 'node:net';
import { type Attack, forever } from './Attack';
import {
  frame,
  frameFlags,
  frameTypes,
  headerBlock,
  status200,
} from './http2Frames';

/** Attacks over HTTP/2 that never come to an end. */
export const http2Attacks: Attack[] = (
  ['version', 'list', 'watch'] as const
).flatMap(to =>
  [
    { name: 'says nothing', attack: () => {} },
    {
      name: 'answers 101',
      attack: (socket: Socket, stream: number) => {
        const block = headerBlock([[':status', '101']]);
        const { headers } = frameTypes;
        socket.write(frame(headers, frameFlags.endHeaders, stream, block));
      },
    },
    {
      name: 'says 103 Early Hints for ever',
      attack: (socket: Socket, stream: number) =>
        forever(
          socket,
          frame(
            frameTypes.headers,
            frameFlags.endHeaders,
            stream,
            headerBlock([[':status', '103']]),
          ),
        ),
    },
    {
      name: 'continues its headers for ever',
      attack: (socket: Socket, stream: number) => {
        socket.write(frame(frameTypes.headers, 0, stream, status200));
        return forever(
          socket,
          frame(
            frameTypes.continuation,
            0,
            stream,
            headerBlock([['x-more', '1']]),
          ),
        );
      },
    },
    {
      name: 'goes away and keeps the stream',
      attack: (socket: Socket) => {
        socket.write(
          frame(
            frameTypes.goAway,
            0,
            0,
            Buffer.from([0, 0, 0, 255, 0, 0, 0, 0]),
          ),
        );
      },
    },
    {
      name: 'goes away from this stream',
      attack: (socket: Socket) => {
        socket.write(frame(frameTypes.goAway, 0, 0, Buffer.alloc(8)));
      },
    },
    {
      name: 'sends a head and no body',
      attack: (socket: Socket, stream: number) => {
        socket.write(
          frame(frameTypes.headers, frameFlags.endHeaders, stream, status200),
        );
      },
    },
    {
      name: 'sends data without bytes for ever',
      attack: (socket: Socket, stream: number) => {
        socket.write(
          frame(frameTypes.headers, frameFlags.endHeaders, stream, status200),
        );
        return forever(socket, frame(frameTypes.data, 0, stream));
      },
    },
    {
      name: 'sends more than its window',
      attack: (socket: Socket, stream: number) => {
        socket.write(
          frame(frameTypes.headers, frameFlags.endHeaders, stream, status200),
        );
        return forever(
          socket,
          frame(frameTypes.data, 0, stream, Buffer.alloc(16_384, ' ')),
        );
      },
    },
    {
      name: 'sends trailers that never end',
      attack: (socket: Socket, stream: number) => {
        socket.write(
          Buffer.concat([
            frame(frameTypes.headers, frameFlags.endHeaders, stream, status200),
            frame(
              frameTypes.headers,
              frameFlags.endStream,
              stream,
              headerBlock([['x', '1']]),
            ),
          ]),
        );
        return forever(
          socket,
          frame(
            frameTypes.continuation,
            0,
            stream,
            headerBlock([['x-more', '1']]),
          ),
        );
      },
    },
    {
      name: 'pings for ever',
      attack: (socket: Socket) =>
        forever(socket, frame(frameTypes.ping, 0, 0, Buffer.alloc(8))),
    },
    {
      name: 'changes its settings for ever',
      attack: (socket: Socket) =>
        forever(socket, frame(frameTypes.settings, 0, 0)),
    },
    {
      name: 'names origins for ever',
      attack: (socket: Socket) => {
        let count = 0;
        const timer = setInterval(() => {
          const names = Array.from({ length: 100 }, () => {
            count += 1;
            const name = Buffer.from(
              `https://${'x'.repeat(80)}${count}.example`,
            );
            return Buffer.concat([
              Buffer.from([Math.floor(name.length / 256), name.length % 256]),
              name,
            ]);
          });
          socket.write(frame(frameTypes.origin, 0, 0, Buffer.concat(names)));
        }, 1);
        return () => clearInterval(timer);
      },
    },
    {
      name: 'resets the stream',
      attack: (socket: Socket, stream: number) => {
        socket.write(frame(frameTypes.reset, 0, stream, Buffer.alloc(4)));
      },
    },
    {
      name: 'closes its half',
      attack: (socket: Socket) => {
        socket.end();
      },
    },
  ].map(attack => ({ ...attack, protocol: 'h2' as const, to })),
);
