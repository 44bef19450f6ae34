import type { Socket } from 'node:net';
import type { Asked } from './apiBodies';
import type { RawProtocol } from './RawServer';

/** Something that no API server should do. */
export interface Attack {
  name: string;
  protocol: RawProtocol;
  /** Takes the place of an honest answer to this. */
  to: Asked | 'connection';
  /** Does whatever it likes; answers with what ends it. */
  attack(socket: Socket, stream: number): (() => void) | void;
}

/** Sends again and again, as fast as the other side reads. */
export function forever(socket: Socket, bytes: string | Buffer): () => void {
  let going = true;
  const send = () => {
    while (going && !socket.destroyed && socket.write(bytes));
    if (going && !socket.destroyed) {
      socket.once('drain', send);
    }
  };
  send();
  return () => {
    going = false;
  };
}
