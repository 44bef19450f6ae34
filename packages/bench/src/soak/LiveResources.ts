import { createHook } from 'node:async_hooks';

/** Node's names of the counted resources. */
const TYPES = { Timeout: 'timers', TCPWRAP: 'sockets' } as const;

/**
 * Counts timers and sockets that were made and are not gone yet: also timers
 * that do not keep the process alive, which `process.getActiveResourcesInfo()`
 * leaves out.
 */
export class LiveResources {
  readonly #live = {
    timers: new Set<number>(),
    sockets: new Set<number>(),
  };

  start(): void {
    createHook({
      init: (id, type) => {
        const counted = TYPES[type as keyof typeof TYPES];
        if (counted) {
          this.#live[counted].add(id);
        }
      },
      destroy: id => {
        this.#live.timers.delete(id);
        this.#live.sockets.delete(id);
      },
    }).enable();
  }

  get counts() {
    const { timers, sockets } = this.#live;
    return { timers: timers.size, sockets: sockets.size };
  }
}
