import type { Attack } from './Attack';
import { versionBody } from './apiBodies';
import { http1Answer } from './http1';
import { frame, frameTypes } from './http2Frames';

/** Attacks that a server can make before any request is sent. */
export const connectionAttacks: Attack[] = [
  {
    name: 'never finishes TLS',
    protocol: 'tcp',
    to: 'connection',
    attack: () => {},
  },
  {
    name: 'opens TLS and says nothing',
    protocol: 'h2',
    to: 'connection',
    attack: () => {},
  },
  {
    name: 'allows no streams',
    protocol: 'h2',
    to: 'connection',
    attack: socket => {
      socket.write(
        frame(frameTypes.settings, 0, 0, Buffer.from([0, 3, 0, 0, 0, 0])),
      );
    },
  },
  {
    name: 'speaks HTTP/1.1 where HTTP/2 was agreed on',
    protocol: 'h2',
    to: 'connection',
    attack: socket => {
      socket.write(http1Answer(versionBody));
    },
  },
];
