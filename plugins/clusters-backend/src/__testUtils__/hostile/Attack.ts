import type { Socket } from 'node:net';
import type { Asked } from './apiBodies';
import type { RawProtocol } from './RawServer';

/** Behaviour of a server that no real API server shows. */
export interface Attack {
  name: string;
  protocol: RawProtocol;
  /** The attack replaces the normal answer to this kind of request. */
  to: Asked | 'connection';
  /** Carries out the attack; returns a function that ends it. */
  attack(socket: Socket, stream: number): (() => void) | void;
}

/** Sends the same bytes repeatedly, as fast as the other side reads them. */
export function forever(socket: Socket, bytes: string | Buffer): () => void {
  let going = true;
  const send = () => {
    while (going && !socket.destroyed && socket.write(bytes)) {
      // Write until the socket's buffer is full.
    }
    if (going && !socket.destroyed) {
      socket.once('drain', send);
    }
  };
  send();
  return () => {
    going = false;
  };
}
