import type { Socket } from 'node:net';
import { type Attack, forever } from './Attack';
import { chunk, chunkedHead } from './http1';

/** Attacks over HTTP/1.1 that never come to an end. */
export const http1Attacks: Attack[] = (
  ['version', 'list', 'watch'] as const
).flatMap(to =>
  [
    {
      name: 'switches protocols, without being asked to',
      attack: (socket: Socket) => {
        socket.write(
          'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
        );
      },
    },
    {
      name: 'switches protocols and goes on talking',
      attack: (socket: Socket) =>
        forever(
          socket,
          'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n',
        ),
    },
    {
      name: 'says 100 Continue for ever',
      attack: (socket: Socket) =>
        forever(socket, 'HTTP/1.1 100 Continue\r\n\r\n'),
    },
    {
      name: 'says 103 Early Hints for ever',
      attack: (socket: Socket) =>
        forever(socket, 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'),
    },
    {
      name: 'sends headers for ever',
      attack: (socket: Socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        return forever(socket, 'x-more: 1\r\n');
      },
    },
    { name: 'says nothing', attack: () => {} },
    {
      name: 'closes its half without an answer',
      attack: (socket: Socket) => {
        socket.end();
      },
    },
    {
      name: 'closes its half in the middle of a body',
      attack: (socket: Socket) => {
        socket.end(
          'HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{"gitVersion":',
        );
      },
    },
    {
      name: 'sends a head and no body',
      attack: (socket: Socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n');
      },
    },
    {
      name: 'sends a body for ever',
      attack: (socket: Socket) => {
        socket.write(chunkedHead);
        return forever(socket, chunk(' '.repeat(16_384)));
      },
    },
    {
      name: 'sends trailers for ever',
      attack: (socket: Socket) => {
        socket.write(`${chunkedHead}0\r\n`);
        return forever(socket, 'x-more: 1\r\n');
      },
    },
    {
      name: 'answers 204 and keeps the connection',
      attack: (socket: Socket) => {
        socket.write('HTTP/1.1 204 No Content\r\n\r\n');
      },
    },
    {
      name: 'answers in two ways at once',
      attack: (socket: Socket) => {
        socket.write(
          'HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n',
        );
      },
    },
  ].map(attack => ({ ...attack, protocol: 'tcp' as const, to })),
);
