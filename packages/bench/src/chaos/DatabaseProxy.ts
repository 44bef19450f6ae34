import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A port before PostgreSQL that can slow it down or hold everything back. */
export class DatabaseProxy {
  /** How much later every piece arrives, in milliseconds. */
  delayMs = 0;
  readonly #target: net.NetConnectOpts;
  readonly #sockets = new Set<net.Socket>();
  readonly #server = net.createServer(client => this.#pass(client));
  #held = false;

  constructor(target: { host: string; port: number }) {
    this.#target = target;
  }

  /** Starts to listen on loopback; resolves to the port. */
  async open(): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    const address = this.#server.address();
    if (!address || typeof address === 'string') {
      throw new Error('The proxy has no port');
    }
    return address.port;
  }

  /** Passes nothing on until `release`; connections stay open. */
  hold(): void {
    this.#held = true;
    this.#sockets.forEach(socket => socket.pause());
  }

  release(): void {
    this.#held = false;
    this.#sockets.forEach(socket => socket.resume());
  }

  close(): void {
    this.#server.close();
    this.#sockets.forEach(socket => socket.destroy());
  }

  #pass(client: net.Socket): void {
    const server = net.connect(this.#target);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ]) {
      this.#sockets.add(from);
      if (this.#held) {
        from.pause();
      }
      // One piece after the other: a delay that becomes shorter, or a timer
      // that is late, must not let a piece overtake another.
      let passed = Promise.resolve();
      from.on('data', piece => {
        const due = performance.now() + this.delayMs;
        passed = passed.then(async () => {
          const left = due - performance.now();
          if (left > 0) {
            await sleep(left);
          }
          to.write(piece);
        });
      });
      from.on('error', () => {});
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
    }
  }
}
